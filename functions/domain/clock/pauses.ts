import { type DayIndex, dateOf, dayOf } from './calendar.ts';
import type { ClockName, Pause } from './rule.ts';
import type { TraceStep } from './trace.ts';

/** Days on which a clock stood still, and what is said of them. */
export interface PausedDays {
  readonly isPaused: (day: number) => boolean;
  /** Day from which the whole amount is counted again; the latest of all resets. */
  readonly countAnewAfter?: number;
  readonly trace: readonly TraceStep[];
  /** An open pause that has not reached its cap: the clock stands still now. */
  readonly standsStill: boolean;
}

/**
 * The days of all pauses that stop this clock: days *d* with from < d ≤ to, for what happens on a day does not count
 * (民法典 §201). Overlapping and adjoining pauses are one set of days. An open pause lasts until `today`.
 */
export function pausedDays(
  clock: ClockName,
  pauses: readonly Pause[],
  index: DayIndex,
  today: number,
): PausedDays {
  const spans = pauses
    .filter(({ stops }) => stops.includes(clock))
    .map((pause) => spanOf(pause, index, today))
    .sort((one, other) => one.from - other.from || one.to - other.to);
  const days = new Set(spans.flatMap(({ from, to }) => daysAfter(from, to)));
  const resets = spans
    .filter(({ pause }) => pause.resume === 'reset' && pause.to !== undefined)
    .map(({ to }) => to);
  return {
    isPaused: (day) => days.has(day),
    ...(resets.length > 0 && { countAnewAfter: Math.max(...resets) }),
    trace: spans.flatMap(traceOf),
    standsStill: spans.some(({ pause, capped }) => pause.to === undefined && !capped),
  };
}

interface Span {
  readonly pause: Pause;
  readonly from: number;
  readonly to: number;
  readonly capped: boolean;
}

/** After `capWorkingDays` working days inside it the clock runs again, whatever the pause says. */
function spanOf(pause: Pause, index: DayIndex, today: number): Span {
  const from = dayOf(pause.from);
  const to = Math.max(from, pause.to === undefined ? today : dayOf(pause.to));
  if (pause.capWorkingDays === undefined) return { pause, from, to, capped: false };
  const capDay = nthWorkingDayAfter(from, pause.capWorkingDays, index);
  return { pause, from, to: Math.min(to, capDay), capped: to > capDay };
}

function traceOf({ pause, from, to, capped }: Span): readonly TraceStep[] {
  const paused: TraceStep = {
    step: 'paused',
    type: pause.type,
    from: dateOf(from),
    to: dateOf(to),
    days: to - from,
  };
  if (!capped || pause.capWorkingDays === undefined) return [paused];
  return [
    paused,
    { step: 'pause-capped', type: pause.type, date: dateOf(to), workingDays: pause.capWorkingDays },
  ];
}

function daysAfter(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, n) => from + 1 + n);
}

/** The n-th working day strictly after a day. */
export function nthWorkingDayAfter(day: number, n: number, index: DayIndex): number {
  let found = day;
  for (let counted = 0; counted < n; ) {
    found += 1;
    if (index.isWorking(found)) counted += 1;
  }
  return found;
}

/** The n-th working day strictly before a day: warnings, and "90 to 15 working days before expiry". */
export function nthWorkingDayBefore(day: number, n: number, index: DayIndex): number {
  let found = day;
  for (let counted = 0; counted < n; ) {
    found -= 1;
    if (index.isWorking(found)) counted += 1;
  }
  return found;
}
