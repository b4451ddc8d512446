import { fc } from '@fast-check/vitest';
import { dateOf, dayOf } from '../../../functions/domain/clock/days.ts';
import type { LimitRule, LimitUnit, Pause } from '../../../functions/domain/clock/rule.ts';
import { givenLimit, givenPause } from '../given/limit.ts';

/** Days on which a limit may begin: all of the published years, so that long limits end in unpublished ones. */
export const anyReceiptDay = fc.integer({ min: dayOf('2025-01-01'), max: dayOf('2026-12-31') });

/** Any instant of such a day. */
export const anyReceipt = fc
  .tuple(anyReceiptDay, fc.nat(24 * 60 * 60 - 1))
  .map(([day, second]) => new Date(Date.parse(dateOf(day)) + second * 1000).toISOString());

/** Any limit but one in hours; no longer than a wall calendar of three years shows. */
export const anyDayLimit: fc.Arbitrary<LimitRule> = fc
  .record({
    measure: fc.oneof(
      fc.record({
        unit: fc.constantFrom<LimitUnit>('working-day', 'calendar-day'),
        amount: fc.integer({ min: 1, max: 60 }),
      }),
      fc.record({ unit: fc.constant<LimitUnit>('month'), amount: fc.integer({ min: 1, max: 14 }) }),
      fc.record({ unit: fc.constant<LimitUnit>('year'), amount: fc.integer({ min: 1, max: 2 }) }),
    ),
    starts: fc.constantFrom('next-day', 'same-day'),
    rollForward: fc.boolean(),
    cutOff: fc.option(fc.constantFrom('12:00', '16:00', '17:30')),
  })
  .map(({ measure, cutOff, ...rule }) =>
    givenLimit({ ...measure, ...rule, ...(cutOff !== null && { cutOff }) }),
  );

/** Ended pauses around a limit received on a day of this one. */
export function anyPausesAfter(receivedAt: string): fc.Arbitrary<Pause[]> {
  const day = dayOf(receivedAt.slice(0, 10));
  const pause = fc
    .record({
      after: fc.nat(40),
      length: fc.nat(30),
      type: fc.constantFrom('expert-review', 'site-visit'),
      resume: fc.constantFrom<Pause['resume']>('continue', 'continue', 'reset'),
      capWorkingDays: fc.option(fc.integer({ min: 1, max: 10 })),
    })
    .map(({ after, length, type, resume, capWorkingDays }) =>
      givenPause(dateOf(day + after), dateOf(day + after + length), {
        type,
        resume,
        ...(capWorkingDays !== null && { capWorkingDays }),
      }),
    );
  return fc.array(pause, { maxLength: 4 });
}

/** A limit, its receipt and what paused it. */
export const anyCourse = fc
  .record({ rule: anyDayLimit, receivedAt: anyReceipt })
  .chain((course) => anyPausesAfter(course.receivedAt).map((pauses) => ({ ...course, pauses })));
