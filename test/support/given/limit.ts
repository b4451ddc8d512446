import type { DueDate, DueDateGiven } from '../../../functions/domain/clock/due-date.ts';
import { dueDateOf } from '../../../functions/domain/clock/due-date.ts';
import type { LimitRule, Pause } from '../../../functions/domain/clock/rule.ts';
import { givenDays } from './calendar.ts';

const days = givenDays();

/** Three working days from the day after receipt, rolling, warned a working day before. */
export function givenLimit(overrides: Partial<LimitRule> = {}): LimitRule {
  return {
    amount: 3,
    unit: 'working-day',
    starts: 'next-day',
    rollForward: true,
    warnWorkingDays: 1,
    tacit: 'none',
    legalBasis: { 'zh-Hant': '第一條', 'zh-Hans': '第一条', en: 'Article 1' },
    ...overrides,
  };
}

/** A pause of both clocks that goes on where it left off. */
export function givenPause(from: string, to?: string, overrides: Partial<Pause> = {}): Pause {
  return {
    type: 'expert-review',
    stops: ['statutory', 'promised'],
    from,
    ...(to !== undefined && { to }),
    resume: 'continue',
    ...overrides,
  };
}

/** The due date of a statutory limit received at an instant, or in the morning of a day at the hall. */
export function dueDateGiven(
  received: string,
  limit: Partial<LimitRule> = {},
  more: Partial<DueDateGiven> = {},
): DueDate {
  const receivedAt = received.includes('T') ? received : `${received}T01:00:00Z`;
  return dueDateOf({
    clock: 'statutory',
    rule: givenLimit(limit),
    receivedAt,
    index: days,
    now: receivedAt,
    ...more,
  });
}
