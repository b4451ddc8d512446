import { describe, expect, test } from 'vitest';
import { limitRule, pauseRule } from '../../../functions/domain/clock/rule.ts';
import { givenLimit } from '../../support/given/limit.ts';

describe('a limit is refused', () => {
  test.each([
    ['of nothing', { amount: 0 }],
    ['of half a day', { amount: 1.5 }],
    ['in a unit no law counts in', { unit: 'week' }],
    ['with a cut-off hour that no clock shows', { cutOff: '24:30' }],
    ['with a cut-off hour of one digit', { cutOff: '9:00' }],
    ['warned of after it has ended', { warnWorkingDays: -1 }],
    ['without an article', { legalBasis: { 'zh-Hant': '', 'zh-Hans': '', en: '' } }],
  ])('%s', (_why, wrong) => {
    expect(limitRule.safeParse({ ...givenLimit(), ...wrong }).success).toBe(false);
  });

  test('by nothing else: one with all its parts passes', () => {
    expect(limitRule.safeParse(givenLimit({ cutOff: '16:30' })).success).toBe(true);
  });
});

describe('a pause type', () => {
  const { legalBasis } = givenLimit();
  const type = { type: 'expert-review', stops: ['statutory'], resume: 'continue', legalBasis };

  test('names the clocks it stops and its article (行政許可法 §45)', () => {
    expect(pauseRule.safeParse({ ...type, capWorkingDays: 30 }).success).toBe(true);
  });

  test.each([
    ['a clock there is not', { stops: ['delivery'] }],
    ['a cap that ends before it begins', { capWorkingDays: 0 }],
    ['no article', { legalBasis: undefined }],
  ])('is refused with %s', (_why, wrong) => {
    expect(pauseRule.safeParse({ ...type, ...wrong }).success).toBe(false);
  });
});
