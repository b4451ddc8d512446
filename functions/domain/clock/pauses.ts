import type { DayIndex } from './calendar.ts';
import { dateOf, dayOf } from './days.ts';
import type { ClockName, Pause } from './rule.ts';
import type { TraceStep } from './trace.ts';
import { nthWorkingDayAfter } from './working-days.ts';

/** Days on which a clock stood still, and what is said of them. */
export interface PausedDays {
  readonly isPaused: (day: number) => boolean;
  /** Day from which the whole amount is counted again; the latest of all resets. */
  readonly countAnewAfter?: number;
  readonly trace: readonly TraceStep[];
  /** An open pause that has not reached its cap: the clock stands still now. */
  readonly standsStill: boolean;
  /** The first day on which it will run again by itself, where all open pauses have a cap. */
  readonly runsAgainOn?: number;
}

export const NEVER_PAUSED: PausedDays = { isPaused: () => false, trace: [], standsStill: false };

export interface PausesGiven {
  readonly clock: ClockName;
  readonly pauses: readonly Pause[];
  readonly index: DayIndex;
  readonly today: number;
  /** The last day of the limit if the clock stood still on these days only. */
  readonly endOf: (paused: PausedDays) => number;
}

/**
 * The days of all pauses that stop this clock: days *d* with from < d ≤ to, for what happens on a day does not count
 * (民法典 §201). Overlapping and adjoining pauses are one set of days. An open pause lasts until `today`. A pause that
 * begins when the limit has already ended stops nothing, and revives nothing.
 */
export function pausedDays({ clock, pauses, index, today, endOf }: PausesGiven): PausedDays {
  const stopping = pauses.filter(({ stops }) => stops.includes(clock)).toSorted(byBeginning);
  const spans: Span[] = [];
  let paused = NEVER_PAUSED;
  for (const pause of stopping) {
    if (dayOf(pause.from) >= endOf(paused)) break;
    spans.push(spanOf(pause, index, today));
    paused = unionOf(spans, today);
  }
  return paused;
}

/** By first day; further by what is said of them, so that the order in which they were told makes no difference. */
function byBeginning(one: Pause, other: Pause): number {
  const key = ({ from, to = '9999', type, resume, capWorkingDays = 0 }: Pause) =>
    [from, to, type, resume, capWorkingDays].join();
  return key(one) < key(other) ? -1 : 1;
}

interface Span {
  readonly pause: Pause;
  readonly from: number;
  readonly to: number;
  /** The last day inside the cap. */
  readonly capDay: number | undefined;
}

function isCapped({ pause, capDay }: Span, today: number): boolean {
  return capDay !== undefined && (pause.to === undefined ? today : dayOf(pause.to)) > capDay;
}

/** After `capWorkingDays` working days inside it the clock runs again, whatever the pause says. */
function spanOf(pause: Pause, index: DayIndex, today: number): Span {
  const from = dayOf(pause.from);
  const to = Math.max(from, pause.to === undefined ? today : dayOf(pause.to));
  if (pause.capWorkingDays === undefined) return { pause, from, to, capDay: undefined };
  const capDay = nthWorkingDayAfter(from, pause.capWorkingDays, index);
  return { pause, from, to: Math.min(to, capDay), capDay };
}

function unionOf(spans: readonly Span[], today: number): PausedDays {
  const days = new Set<number>();
  const trace = spans.flatMap((span) => {
    const again = daysAfter(span).filter((day) => days.has(day)).length;
    for (const day of daysAfter(span)) days.add(day);
    return traceOf(span, again, today);
  });
  const resets = spans.filter(({ pause }) => pause.resume === 'reset').map(({ to }) => to);
  const still = spans.filter(
    (span) => span.pause.to === undefined && span.from <= today && !isCapped(span, today),
  );
  const caps = still.flatMap(({ capDay }) => (capDay === undefined ? [] : [capDay]));
  return {
    isPaused: (day) => days.has(day),
    ...(resets.length > 0 && { countAnewAfter: Math.max(...resets) }),
    trace,
    standsStill: still.length > 0,
    ...(still.length > 0 && caps.length === still.length && { runsAgainOn: Math.max(...caps) + 1 }),
  };
}

function traceOf(span: Span, again: number, today: number): readonly TraceStep[] {
  const { from, to, pause } = span;
  const { type, capWorkingDays } = pause;
  const paused = { step: 'paused', type, from: dateOf(from), to: dateOf(to), days: to - from } as const;
  return [
    paused,
    ...(again > 0 ? [{ step: 'paused-already', type, days: again } as const] : []),
    ...(isCapped(span, today) && capWorkingDays !== undefined
      ? [{ step: 'pause-capped', type, date: dateOf(to), workingDays: capWorkingDays } as const]
      : []),
  ];
}

function daysAfter({ from, to }: Span): readonly number[] {
  return Array.from({ length: to - from }, (_, n) => from + 1 + n);
}
