import type { DueEffect } from '../record/definition.ts';
import { limitEnd, nextCase, startClock, stopClock, toApplicant } from './next-case.ts';
import { nextDueAtOf } from './next-due.ts';
import type { CaseReference, CurrentCase, NextCase } from './rule.ts';
import type { CaseIn, CaseState, CaseStatus } from './state.ts';

/** What comes about by itself, and where it leads: the rows of the lifecycle that nobody gives. */
export const DUE_EFFECTS = [
  { effect: 'expire', from: 'draft', to: 'draft' },
  { effect: 'deem-accepted', from: 'submitted', to: 'in-review' },
  { effect: 'lapse', from: 'awaiting-supplement', to: 'result-ready' },
  { effect: 'lapse', from: 'awaiting-correction', to: 'result-ready' },
  { effect: 'list-uncollected', from: 'awaiting-collection', to: 'awaiting-collection' },
] as const satisfies readonly { effect: string; from: CaseStatus; to: CaseStatus }[];

/** The effect that is due at `now`, if any; each is dated at its due instant, not when the sweep ran. [3.2.2] */
export function dueEffectOf(
  current: CurrentCase,
  now: string,
  reference: CaseReference,
): DueEffect<NextCase> | undefined {
  const { state } = current;
  const dueAt = nextDueAtOf(state);
  if (dueAt === undefined || dueAt > now) return undefined;
  const effect = effectOn(current, dueAt, reference);
  return effect && { ...effect, dueAt };
}

function effectOn(
  current: CurrentCase,
  dueAt: string,
  reference: CaseReference,
): { effect: string; next: NextCase } | undefined {
  const { state } = current;
  switch (state.status) {
    case 'draft':
      return { effect: 'expire', next: expired(current, dueAt) };
    case 'awaiting-supplement':
    case 'awaiting-correction':
      return { effect: 'lapse', next: lapsed(current, dueAt) };
    case 'submitted':
      return { effect: 'deem-accepted', next: deemedAccepted(current, dueAt, reference) };
    case 'awaiting-collection': {
      const next = nextCase(current, { type: 'left-uncollected' }, { ...state, uncollected: true });
      return { effect: 'list-uncollected', next };
    }
    default:
      return undefined;
  }
}

/** A draft nobody submitted loses what was typed; the record stays, empty. */
function expired(current: CurrentCase, dueAt: string): NextCase {
  const { state } = current;
  if (state.status !== 'draft') throw new TypeError('Only a draft expires');
  const { keptUntil: _passed, ...rest } = state;
  return nextCase(
    current,
    { type: 'expired' },
    { ...rest, files: [] },
    { personal: { answers: {}, fileNames: {}, texts: {} }, effectiveAt: dueAt },
  );
}

/** Silence past the response date: deemed withdrawn; told like every outcome. */
function lapsed(current: CurrentCase, dueAt: string): NextCase {
  const { state } = current;
  if (state.status !== 'awaiting-supplement' && state.status !== 'awaiting-correction') {
    throw new TypeError('Only a case that waits for its customer lapses');
  }
  const ended = endedFrom(state, dueAt);
  return nextCase(
    current,
    { type: 'lapsed' },
    { ...ended, status: 'result-ready', outcome: 'lapsed', endedAt: dueAt, told: [], callOpen: false },
    { effectiveAt: dueAt },
  );
}

/** No notice within the limit: accepted from receipt, where the service's own law says so (行政許可法 §32). */
function deemedAccepted(current: CurrentCase, dueAt: string, reference: CaseReference): NextCase {
  const { state } = current;
  if (state.status !== 'submitted') throw new TypeError('Only a submitted case is deemed accepted');
  const { receivedAgainAt: receivedAt = state.submittedAt, ...rest } = withoutExamination(state);
  return nextCase(
    current,
    { type: 'deemed-accepted' },
    {
      ...rest,
      status: 'in-review',
      accepted: { personId: 'law' },
      clock: startClock(reference.service, receivedAt, state.channel, reference),
      findings: [],
      reviewDueAt: limitEnd(reference.service.review.limit, dueAt, reference.days).at,
    },
    { messages: toApplicant('acceptance', state.contacts, true), effectiveAt: dueAt },
  );
}

/** A submitted case without what the officer noted about it while it was examined. */
export function withoutExamination({
  verdicts: _verdicts,
  deficiencies: _deficiencies,
  noticeDueAt: _due,
  checkBy: _promised,
  ...rest
}: CaseIn<'submitted'>) {
  return rest;
}

/** What an ended case keeps of the one it was; its clock stands still from then on, if it had not stopped before. */
export function endedFrom(state: Exclude<CaseState, { status: 'draft' }>, endedAt: string) {
  const { service, customerId, language, files, visit, notes, receiptNumber, submittedAt, draftRevision } =
    state;
  const { channel, maskedName, finders, contacts, delivery, identityChecked, checked, notices } = state;
  return {
    ...{ service, customerId, language, files, visit, notes, receiptNumber, submittedAt, draftRevision },
    ...{ channel, maskedName, finders, contacts, delivery, identityChecked, checked, notices },
    ...(state.hold && { hold: state.hold }),
    ...(state.risk && { risk: state.risk }),
    ...(state.accepted && { accepted: state.accepted }),
    ...(state.reviewed && { reviewed: state.reviewed }),
    ...(state.firstReviewed && { firstReviewed: state.firstReviewed }),
    ...(state.recused && { recused: state.recused }),
    ...(state.approved && { approved: state.approved }),
    ...(state.clock && { clock: stopClock(state.clock, endedAt) }),
  };
}
