import { describe, expect, test } from 'vitest';
import type { Service } from '../../../functions/domain/catalogue/service.ts';
import { refusalsOf, said } from '../../support/given/publishing.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();

describe('the way of a case is refused', () => {
  const [approve, make] = service.steps;
  const { statutory, promised } = service.limits;
  const [kept] = service.retention.rules;
  test.each<[string, Partial<Record<keyof Service, unknown>>, { path: string; kind: string }]>([
    ['nobody decides', { steps: [make] }, { path: 'steps', kind: 'nobody-decides' }],
    [
      'something is made before the decision',
      { steps: [make, approve] },
      { path: 'steps/0', kind: 'before-the-decision' },
    ],
    [
      'it is decided twice',
      { steps: [approve, { ...approve, id: 'again' }] },
      { path: 'steps/1', kind: 'decided-before' },
    ],
    ['a step is there twice', { steps: [approve, make, make] }, { path: 'steps/make', kind: 'twice' }],
    [
      'the promise is longer than the law',
      { limits: { ...service.limits, promised: { ...promised, amount: 4 } } },
      { path: 'limits/promised', kind: 'promise-longer-than-law' },
    ],
    [
      'the steps together are longer than the law [R27]',
      {
        limits: { ...service.limits, statutory: promised },
        review: { ...service.review, limit: { ...promised, amount: 2 } },
      },
      { path: 'steps', kind: 'longer-than-law' },
    ],
    [
      'the notice limit is longer than the whole',
      { limits: { ...service.limits, notice: { ...statutory, amount: 5 } } },
      { path: 'limits/notice', kind: 'notice-longer-than-law' },
    ],
    [
      'acceptance is deemed by no limit',
      { deemedAcceptance: said('第三十二條') },
      { path: 'deemedAcceptance', kind: 'no-notice-limit' },
    ],
    [
      'the enhanced path begins below the normal one',
      { risk: { ...service.risk, enhancedFrom: 10 } },
      { path: 'risk/enhancedFrom', kind: 'paths-out-of-order' },
    ],
    [
      'an outcome has no retention',
      { retention: { ...service.retention, rules: [kept] } },
      { path: 'retention/rules', kind: 'outcome-without-retention' },
    ],
    [
      'an outcome is kept for two times',
      { retention: { ...service.retention, rules: [kept, ...service.retention.rules] } },
      { path: 'retention/rules', kind: 'outcome-twice' },
    ],
  ])('where %s', (_what, overrides, refusal) => {
    const refused = refusalsOf(overrides);
    expect(refused).toContainEqual(refusal);
    expect(new Set(refused.map(({ kind }) => kind)).size).toBe(1);
  });
});
