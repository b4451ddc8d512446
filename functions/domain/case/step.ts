import type { Service } from '../catalogue/service.ts';
import type { Author } from '../record/version.ts';
import type { Refusal } from '../refusal.ts';
import { isSamePerson } from './next-case.ts';
import type { CaseIn, Doer } from './state.ts';

type Handling = CaseIn<'in-handling'>;

/** Why this person may not do the open step: it is another's, or the service keeps it from whoever had an earlier part. [3.6.1] */
export function stepRefusal(state: Handling, actor: Author, { steps }: Service): Refusal | undefined {
  const earlier: Record<'accepted' | 'reviewed' | 'approved', readonly (Doer | undefined)[]> = {
    accepted: [state.accepted],
    reviewed: [state.reviewed, state.firstReviewed],
    approved: [state.approved],
  };
  const barred = steps.find(({ id }) => id === state.step?.stepId)?.notThePersonWho ?? [];
  const hadPart = barred.some((part) => earlier[part].some((doer) => isSamePerson(actor, doer)));
  if (hadPart) return { kind: 'four-eyes' };
  const owner = state.step?.owner.personId;
  const isOthers = owner !== undefined && !isSamePerson(actor, { personId: owner });
  return isOthers ? { kind: 'not-your-case' } : undefined;
}

/** The open step as it is kept once it is done. */
export function doneStep({ step }: Handling, by: Doer, at: string): Handling['done'][number] {
  return { stepId: step?.stepId ?? '', at, by };
}
