import { Temporal } from 'temporal-polyfill';
import type { DayIndex } from './calendar.ts';
import { dateOf, dayOf } from './days.ts';
import { localDayAt } from './local-time.ts';
import { type MetDay, stepsOfMetDays } from './met-days.ts';
import type { PausedDays } from './pauses.ts';
import type { LimitRule } from './rule.ts';
import type { TraceStep } from './trace.ts';

const HOUR = 3_600_000;

/** A limit that is to be counted: how much, and from when. */
export interface Limit {
  readonly rule: LimitRule;
  /** The rule's amount and all extensions. */
  readonly amount: number;
  /** Receipt, in milliseconds since 1970: where hours begin. */
  readonly receivedAt: number;
  /** The day that counts as the day of receipt. */
  readonly receivedOn: number;
}

/** Where counting led. */
export interface Counted {
  readonly first: number;
  /** The last counted day. */
  readonly last: number;
  /** The last day after rolling forward, where the rule rolls. */
  readonly due: number;
  /** The exact instant, for limits in hours. */
  readonly dueAt?: number;
  readonly steps: readonly TraceStep[];
}

/** Counts a limit past the days on which its clock stood still. */
export function countLimit(limit: Limit, paused: PausedDays, index: DayIndex): Counted {
  const anewAfter = paused.countAnewAfter ?? limit.receivedOn;
  const isAnew = anewAfter > limit.receivedOn;
  const from: From = {
    day: isAnew ? anewAfter : limit.receivedOn,
    // What is counted anew always begins on the day after the pause.
    countsItself: limit.rule.starts === 'same-day' && !isAnew,
  };
  switch (limit.rule.unit) {
    case 'working-day':
    case 'calendar-day':
      return rolled(limit, countDays(limit, from, paused, index), paused, index);
    case 'month':
    case 'year':
      return rolled(limit, countMonths(limit, from, paused), paused, index);
    case 'hour':
      return countHours(limit, isAnew ? index.startOf(from.day + 1) : limit.receivedAt, paused, index);
    default:
      return limit.rule.unit satisfies never;
  }
}

interface From {
  readonly day: number;
  readonly countsItself: boolean;
}

type Unrolled = Omit<Counted, 'due'>;

/** Day by day; what does not count though it might be expected to is said, and what counts though it might not. */
function countDays({ rule, amount }: Limit, from: From, paused: PausedDays, index: DayIndex): Unrolled {
  const met: MetDay[] = [];
  const beginning = from.countsItself ? from.day : from.day + 1;
  let last = beginning - 1;
  let first: number | undefined;
  for (let counted = 0; counted < amount; ) {
    last += 1;
    if (paused.isPaused(last)) continue;
    if (rule.unit === 'working-day') {
      const day = index.dayOn(last);
      if (day.kind !== 'working') met.push({ day: last, what: day });
      if (!day.isWorking) continue;
    }
    counted += 1;
    first ??= last;
  }
  return { first: first ?? last, last, steps: stepsOfMetDays(met) };
}

/**
 * The corresponding day of the last month, or its last day where it has none (民法典 §202). A clock that stood still
 * began as many days later; adding the days to the end instead would let a pause that resets give an earlier date
 * than one that goes on, at the end of a February.
 */
function countMonths(limit: Limit, from: From, paused: PausedDays): Unrolled {
  const first = from.countsItself ? from.day : from.day + 1;
  let stoodStill = 0;
  let last = correspondingDay(limit, from, stoodStill);
  for (let day = first; day <= last; day += 1) {
    if (!paused.isPaused(day)) continue;
    stoodStill += 1;
    last = Math.max(correspondingDay(limit, from, stoodStill), day + 1);
  }
  return { first, last, steps: [] };
}

/** A month whose first day counts ends the day before. */
function correspondingDay({ rule, amount }: Limit, from: From, stoodStill: number): number {
  const start = Temporal.PlainDate.from(dateOf(from.day + stoodStill));
  const found = start.add(rule.unit === 'month' ? { months: amount } : { years: amount });
  const endsBefore = from.countsItself && found.day === start.day;
  return dayOf(found.toString()) - (endsBefore ? 1 : 0);
}

/** Hours run on from the instant, through nights and holidays (民法典 §201); each paused day moves the end by its length. */
function countHours({ amount }: Limit, from: number, paused: PausedDays, index: DayIndex): Counted {
  const first = localDayAt(from, index);
  let end = from + amount * HOUR;
  for (let day = first; index.startOf(day) < end; day += 1) {
    if (paused.isPaused(day)) end += index.startOf(day + 1) - index.startOf(day);
  }
  // What ends at midnight ends with the day before, as 24:00.
  const last = localDayAt(end - 1, index);
  return { first, last, due: last, dueAt: end, steps: [] };
}

/** A last day that is closed, or on which the clock stands still, moves to the next working day (民法典 §203). */
function rolled({ rule }: Limit, counted: Unrolled, paused: PausedDays, index: DayIndex): Counted {
  let due = counted.last;
  if (rule.rollForward) while (!index.isWorking(due) || paused.isPaused(due)) due += 1;
  return { ...counted, due };
}
