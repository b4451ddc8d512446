import { expect, test } from 'vitest';
import { publicGuide, publicGuideShape } from '../../../functions/domain/catalogue/public-guide.ts';
import { givenService } from '../../support/given/service.ts';

test('the guide anyone may read keeps to itself how risk is scored [1.3.3]', () => {
  const guide = publicGuide(givenService());
  expect(JSON.stringify(guide)).not.toContain('discredited');
  expect(guide).not.toHaveProperty('risk');
});

test('the guide has the way, the papers, the limits, the fee and the standards it is checked by [1.3.3]', () => {
  const guide = publicGuide(givenService());
  for (const part of [
    'howItGoes',
    'documents',
    'limits',
    'fee',
    'acceptanceChecklist',
    'reviewChecklist',
    'remedy',
  ]) {
    expect(guide).toHaveProperty(part);
  }
  const said: readonly string[] = Object.keys(guide);
  expect(Object.keys(publicGuideShape)).toEqual(expect.arrayContaining([...said]));
});
