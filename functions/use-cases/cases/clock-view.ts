import type { CaseState } from '../../domain/case/state.ts';
import type { DayIndex } from '../../domain/clock/calendar.ts';
import { colourAt, computeCaseClocks } from '../../domain/clock/case-clocks.ts';
import { describeTrace } from '../../domain/clock/trace.ts';
import type { Language } from '../../domain/language.ts';

/** The clocks of a case as people see them: both dates, the one that binds, and why, sentence by sentence. */
export function clockView(state: CaseState, days: DayIndex, now: string, language: Language) {
  if (!('clock' in state) || state.clock === undefined) return undefined;
  const clocks = computeCaseClocks(state.clock.facts, days, now);
  const { stoppedAt } = state.clock.facts;
  return {
    statutory: clocks.statutory.dueDate,
    promised: clocks.promised.dueDate,
    binding: clocks.binding,
    dueAt: clocks.dueAt,
    dueDate: clocks.dueDate,
    provisional: clocks.provisional,
    colour: colourAt(clocks, stoppedAt ?? now),
    trace: [...describeTrace(clocks[clocks.binding].trace, language)],
  };
}
