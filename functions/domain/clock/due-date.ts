import { Temporal } from 'temporal-polyfill';
import { type DayIndex, dateOf, dayOf } from './calendar.ts';
import { instantOn, localDay, receivedOn } from './local-time.ts';
import { nthWorkingDayBefore, type PausedDays, pausedDays } from './pauses.ts';
import type { ClockName, Extension, LimitRule, Pause } from './rule.ts';
import type { TraceStep } from './trace.ts';

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
  readonly provisional: boolean;
  readonly settledOn?: string;
  readonly standsStill: boolean;
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
  const receipt = receivedOn(receivedAt, rule, index);
  const paused = pausedDays(clock, pauses, index, localDay(now, index));
  const anew = paused.countAnewAfter !== undefined && paused.countAnewAfter > receipt.day;
  const startDay = anew ? (paused.countAnewAfter ?? receipt.day) : receipt.day;
  const amount = rule.amount + extensions.reduce((sum, extension) => sum + extension.amount, 0);
  if (rule.unit === 'hour') return dueInHours(clock, amount, receivedAt, rule, paused, index);
  const counted = count(rule, amount, startDay, paused, index, anew);
  const rolledTo = rule.rollForward ? firstWorkingDayFrom(counted.day, index) : counted.day;
  const steps: TraceStep[] = [
    {
      step: 'received',
      date: dateOf(receipt.day),
      ...(receipt.movedFrom && { movedFrom: receipt.movedFrom }),
    },
    ...(anew ? [{ step: 'counted-anew', date: dateOf(startDay) } as const] : []),
    { step: 'first-day', date: dateOf(counted.first) },
    ...counted.trace,
    ...paused.trace,
    ...extensions.map((extension) => ({ step: 'extended', amount: extension.amount }) as const),
    { step: 'counted', amount, unit: rule.unit, date: dateOf(counted.day) },
    ...(rolledTo === counted.day
      ? []
      : [{ step: 'rolled', from: dateOf(counted.day), to: dateOf(rolledTo) } as const]),
  ];
  return answer(clock, rolledTo, receipt.day, rule, steps, paused, index);
}

function answer(
  clock: ClockName,
  day: number,
  from: number,
  rule: LimitRule,
  steps: readonly TraceStep[],
  { standsStill }: PausedDays,
  index: DayIndex,
): DueDate {
  const unpublished = firstProvisionalDay(from, day, index);
  const year = unpublished === undefined ? undefined : Number(dateOf(unpublished).slice(0, 4));
  const settledOn = year === undefined ? undefined : `${year - 1}-12-31`;
  const dueDate = dateOf(day);
  return {
    clock,
    dueDate,
    dueAtHall: instantOn(day, index.closingTime(day), index),
    dueAtOnline: instantOn(day + 1, '00:00', index),
    warnAt: instantOn(nthWorkingDayBefore(day, rule.warnWorkingDays, index), '00:00', index),
    provisional: settledOn !== undefined,
    ...(settledOn !== undefined && { settledOn }),
    standsStill,
    trace: [
      ...steps,
      ...(year !== undefined && settledOn !== undefined
        ? [{ step: 'provisional', year, settledOn } as const]
        : []),
      { step: 'due', date: dueDate },
    ],
  };
}

function count(
  rule: LimitRule,
  amount: number,
  start: number,
  paused: PausedDays,
  index: DayIndex,
  anew: boolean,
) {
  if (rule.unit === 'working-day' || rule.unit === 'calendar-day') {
    return countDays(rule, amount, start, paused, index, anew);
  }
  const plain = Temporal.PlainDate.from(dateOf(start)).add(
    rule.unit === 'month' ? { months: amount } : { years: amount },
  );
  let day = dayOf(plain.toString());
  for (let seen = start + 1; seen <= day; seen += 1) if (paused.isPaused(seen)) day += 1;
  return { day, first: start + 1, trace: [] };
}

/** Walks day by day; a holiday or a closure that is passed, and a make-up day that counts, is said. */
function countDays(
  rule: LimitRule,
  amount: number,
  start: number,
  paused: PausedDays,
  index: DayIndex,
  anew: boolean,
) {
  const trace: TraceStep[] = [];
  const working = rule.unit === 'working-day';
  let day = rule.starts === 'same-day' && !anew ? start - 1 : start;
  let first: number | undefined;
  for (let counted = 0; counted < amount; ) {
    day += 1;
    if (paused.isPaused(day)) continue;
    const kind = index.kindOf(day);
    const name = index.nameOf(day);
    const counts = !working || index.isWorking(day);
    if (counts) {
      counted += 1;
      first ??= day;
      if (working && kind === 'make-up') trace.push({ step: 'make-up-day', date: dateOf(day) });
    } else if (kind === 'holiday' && name) trace.push({ step: 'skipped-holiday', date: dateOf(day), name });
    else if (kind === 'closed' && name) trace.push({ step: 'skipped-closure', date: dateOf(day), name });
  }
  return { day, first: first ?? day, trace };
}

/** Hours run on from the instant, through nights and holidays (民法典 §201); paused days are added whole. */
function dueInHours(
  clock: ClockName,
  amount: number,
  receivedAt: string,
  rule: LimitRule,
  paused: PausedDays,
  index: DayIndex,
): DueDate {
  const from = localDay(receivedAt, index);
  let instant = Temporal.Instant.from(receivedAt).add({ hours: amount });
  for (let day = from + 1; day <= localDay(instant.toString(), index); day += 1) {
    if (paused.isPaused(day)) instant = instant.add({ hours: 24 });
  }
  const at = instant.toString();
  const day = localDay(at, index);
  const steps: TraceStep[] = [
    { step: 'received', date: dateOf(from) },
    ...paused.trace,
    { step: 'counted', amount, unit: rule.unit, date: dateOf(day) },
  ];
  return { ...answer(clock, day, from, rule, steps, paused, index), dueAtHall: at, dueAtOnline: at };
}

function firstWorkingDayFrom(day: number, index: DayIndex): number {
  let found = day;
  while (!index.isWorking(found)) found += 1;
  return found;
}

function firstProvisionalDay(from: number, to: number, index: DayIndex): number | undefined {
  if (!index.isProvisional(from) && !index.isProvisional(to)) return undefined;
  for (let day = from; day <= to; day += 1) if (index.isProvisional(day)) return day;
  return undefined;
}
