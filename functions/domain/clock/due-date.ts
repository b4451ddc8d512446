import type { DayIndex } from './calendar.ts';
import { type Counted, countLimit, type Limit } from './count.ts';
import { dateOf } from './days.ts';
import { noteJudgedYears } from './judged-years.ts';
import { instantOf, instantOn, localDay, millisecondsOf, type Receipt, receivedOn } from './local-time.ts';
import { type PausedDays, pausedDays } from './pauses.ts';
import type { ClockName, Extension, LimitRule, Pause } from './rule.ts';
import type { TraceStep } from './trace.ts';
import { nthWorkingDayBefore } from './working-days.ts';

export interface DueDateGiven {
  readonly clock: ClockName;
  readonly rule: LimitRule;
  /** When it was received, as an instant. */
  readonly receivedAt: string;
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Extension[];
  readonly index: DayIndex;
  /** Until when an open pause counts. */
  readonly now: string;
}

export interface DueDate {
  readonly clock: ClockName;
  readonly dueDate: string;
  /** End of opening hours of the due day: for what is done at the hall. */
  readonly dueAtHall: string;
  /** 24:00 of the due day: for what is done online. */
  readonly dueAtOnline: string;
  readonly warnAt: string;
  /** A day of a year without a published calendar had to be judged; `settledOn` says until when that is made good. */
  readonly provisional: boolean;
  readonly settledOn?: string;
  readonly standsStill: boolean;
  /** When it runs again by itself, where the open pause has a cap. */
  readonly runsAgainAt?: string;
  readonly trace: readonly TraceStep[];
}

/** When a limit ends and why (clock conventions: receipt, first day, pauses, extension, roll, due instant). */
export function dueDateOf({
  clock,
  rule,
  receivedAt,
  pauses = [],
  extensions = [],
  index,
  now,
}: DueDateGiven): DueDate {
  const judged = noteJudgedYears(index);
  // Hours run on from the instant, whatever day it is.
  const receipt: Receipt =
    rule.unit === 'hour' ? { day: localDay(receivedAt, index) } : receivedOn(receivedAt, rule, judged.index);
  const limit: Limit = {
    rule,
    amount: extensions.reduce((sum, { amount }) => sum + amount, rule.amount),
    receivedAt: millisecondsOf(receivedAt),
    receivedOn: receipt.day,
  };
  const paused = pausedDays({
    clock,
    pauses,
    index: judged.index,
    today: localDay(now, index),
    endOf: (until) => countLimit(limit, until, judged.index).due,
  });
  const counted = countLimit(limit, paused, judged.index);
  const unpublished = judged.latestUnpublished();
  return {
    clock,
    ...instantsOf(counted, rule, index),
    // The notice for a year comes out before the year begins.
    provisional: unpublished !== undefined,
    ...(unpublished !== undefined && { settledOn: settledOn(unpublished) }),
    standsStill: paused.standsStill,
    ...(paused.runsAgainOn !== undefined && { runsAgainAt: instantOf(index.startOf(paused.runsAgainOn)) }),
    trace: traceOf({ receipt, limit, extensions, paused, counted, unpublished }),
  };
}

function instantsOf({ due, dueAt }: Counted, { warnWorkingDays }: LimitRule, index: DayIndex) {
  return {
    dueDate: dateOf(due),
    dueAtHall: dueAt === undefined ? instantOn(due, index.closingTime(due), index) : instantOf(dueAt),
    dueAtOnline: instantOf(dueAt ?? index.startOf(due + 1)),
    warnAt: instantOf(index.startOf(nthWorkingDayBefore(due, warnWorkingDays, index))),
  };
}

function settledOn(year: number): string {
  return `${year - 1}-12-31`;
}

interface Course {
  readonly receipt: Receipt;
  readonly limit: Limit;
  readonly extensions: readonly Extension[];
  readonly paused: PausedDays;
  readonly counted: Counted;
  readonly unpublished: number | undefined;
}

function traceOf({ receipt, limit, extensions, paused, counted, unpublished }: Course): readonly TraceStep[] {
  const { unit, amount, legalBasis } = limit.rule;
  const { first, last, due } = counted;
  const anewAfter = paused.countAnewAfter ?? receipt.day;
  return [
    receipt.cameOn === undefined
      ? { step: 'received', date: dateOf(receipt.day) }
      : { step: 'received-later', date: dateOf(receipt.day), cameOn: dateOf(receipt.cameOn) },
    { step: 'limit', amount, unit, basis: legalBasis },
    ...extensions.map((extension) => ({ step: 'extended', amount: extension.amount, unit }) as const),
    ...paused.trace,
    ...(anewAfter > receipt.day ? [{ step: 'counted-anew', date: dateOf(anewAfter) } as const] : []),
    { step: 'first-day', date: dateOf(first) },
    ...counted.steps,
    { step: 'counted', amount: limit.amount, unit, date: dateOf(last) },
    ...(due === last ? [] : [{ step: 'rolled', from: dateOf(last), to: dateOf(due) } as const]),
    ...(unpublished === undefined
      ? []
      : [{ step: 'provisional', year: unpublished, settledOn: settledOn(unpublished) } as const]),
    { step: 'due', date: dateOf(due) },
  ];
}
