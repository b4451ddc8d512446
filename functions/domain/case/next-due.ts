import type { CaseState } from './state.ts';

/** The instant of the next effect the law or a rule brings about by itself. */
export function nextDueAtOf(state: CaseState): string | undefined {
  switch (state.status) {
    case 'draft':
      return state.keptUntil;
    case 'submitted':
      return state.noticeDueAt;
    case 'awaiting-supplement':
    case 'awaiting-correction':
      return state.respondByAt;
    case 'awaiting-collection':
      return state.uncollected ? undefined : state.keepUntilAt;
    default:
      return undefined;
  }
}
