import { dateOf } from './days.ts';
import type { CalendarDay } from './judge-days.ts';
import type { TraceStep } from './trace.ts';

/** A day that was met while counting and is no ordinary working day. */
export interface MetDay {
  readonly day: number;
  readonly what: CalendarDay;
}

interface Stretch {
  readonly what: CalendarDay;
  readonly from: number;
  readonly to: number;
}

/** What is said of these days: a holiday of nine days is one sentence, all weekends together are one. */
export function stepsOfMetDays(met: readonly MetDay[]): readonly TraceStep[] {
  const restDays = met.filter(({ what }) => what.kind === 'rest').length;
  const steps = stretchesOf(met).flatMap(({ what, from, to }): TraceStep[] => {
    const span = { from: dateOf(from), to: dateOf(to), days: to - from + 1 };
    if (what.kind === 'make-up') return [{ step: 'make-up-day', date: span.from }];
    if (what.name === undefined) return [];
    return [
      { step: what.kind === 'closed' ? 'skipped-closure' : 'skipped-holiday', ...span, name: what.name },
    ];
  });
  return restDays === 0 ? steps : [...steps, { step: 'skipped-rest-days', days: restDays }];
}

function stretchesOf(met: readonly MetDay[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { day, what } of met) {
    const before = stretches.at(-1);
    const goesOn =
      before?.to === day - 1 &&
      before.what.kind === what.kind &&
      before.what.name?.en === what.name?.en &&
      what.kind !== 'make-up';
    if (goesOn) stretches[stretches.length - 1] = { ...before, to: day };
    else stretches.push({ what, from: day, to: day });
  }
  return stretches;
}
