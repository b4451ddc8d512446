import type { Measures } from '../record/definition.ts';
import { phaseOf } from './stage.ts';
import type { CaseClock, CaseState } from './state.ts';

/** What a version of a case says to statistics: where it came from and went, and whether its clock stopped in time. */
export function measuresOfCase(before: CaseState | undefined, after: CaseState): Measures {
  const clock = clockOf(before) ?? clockOf(after);
  const stoppedAt = clockOf(after)?.facts.stoppedAt;
  const stops = clock !== undefined && stoppedAt !== undefined && isRunning(clockOf(before));
  return {
    ...(before !== undefined && { from: phaseOf(before) }),
    to: phaseOf(after),
    ...(stops && { onTime: stoppedAt <= clock.dueAt }),
  };
}

function clockOf(state: CaseState | undefined): CaseClock | undefined {
  return state !== undefined && 'clock' in state ? state.clock : undefined;
}

function isRunning(clock: CaseClock | undefined): boolean {
  return clock?.facts.stoppedAt === undefined;
}
