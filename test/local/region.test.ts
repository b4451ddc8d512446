import { expect, test } from 'vitest';
import { stageConfig } from '../../infra/config.ts';
import { localRegion, localSecondRegion } from '../../local/aws.ts';

test('the local cloud is asked in the regions its stacks go to', () => {
  const { region, replica } = stageConfig('local');
  expect([localRegion, localSecondRegion]).toEqual([region, replica?.region]);
});
