import { expect, test } from 'vitest';
import { stageConfig } from '../../infra/config.ts';
import { localRegion } from '../../local/aws.ts';

test('the local cloud is asked in the region its stacks go to', () => {
  expect(localRegion).toBe(stageConfig('local').region);
});
