import type { CaseReference } from '../../domain/case/rule.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { dueDateOf } from '../../domain/clock/due-date.ts';
import { describeTrace } from '../../domain/clock/trace.ts';
import type { Language } from '../../domain/language.ts';

/** By when the papers of an application handed in are checked, and why by then, sentence by sentence. [U17] */
export function checkedBy(
  { submittedAt }: Exclude<CaseState, { status: 'draft' }>,
  { service, days }: Pick<CaseReference, 'service' | 'days'>,
  language: Language,
): { readonly checkedBy: string; readonly why: string[] } {
  const { dueDate, trace } = dueDateOf({
    clock: 'promised',
    rule: service.limits.notice ?? service.limits.promised,
    receivedAt: submittedAt,
    index: days,
    now: submittedAt,
  });
  return { checkedBy: dueDate, why: [...describeTrace(trace, language)] };
}

/**
 * The same while it is still ahead: after a notice was answered the papers are checked anew, and before anything else
 * the clock of an accepted case says when.
 */
export function firstCheck(
  state: CaseState,
  reference: Pick<CaseReference, 'service' | 'days'>,
  language: Language,
) {
  const ahead = state.status === 'submitted' && state.notices === 0;
  return ahead ? checkedBy(state, reference, language) : {};
}
