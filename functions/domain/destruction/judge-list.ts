import { isSamePerson } from '../case/next-case.ts';
import type { GivenOf, NextOf, VersionOf } from '../record/definition.ts';
import type { Author } from '../record/version.ts';
import { accept, refuse, type Verdict } from '../refusal.ts';
import type {
  DestructionListCommand,
  DestructionListReference,
  DestructionListTypes,
} from './destruction-list.ts';
import { type DestructionListState, MOST_ITEMS } from './destruction-list-state.ts';

type Now = VersionOf<DestructionListTypes>;
type Next = NextOf<DestructionListTypes>;
type ListGiven = GivenOf<DestructionListTypes>;

export function judgeList(current: Now | undefined, given: ListGiven): Verdict<Next> {
  const { command } = given;
  if (current === undefined) return command.type === 'draft' ? draft(command, given) : refuse('not-found');
  switch (command.type) {
    case 'draft':
      return refuse('list-not-in-this-status', { status: current.state.status });
    case 'review':
      return review(current, given);
    case 'approve':
      return approve(current, given);
    case 'reject':
      return reject(current, command.text, given);
    case 'carry-out':
      return carryOut(current, command, given);
  }
}

function draft(
  { hall, items, appraisal }: Extract<DestructionListCommand, { type: 'draft' }>,
  { actor, now, reference }: ListGiven,
): Verdict<Next> {
  if (items.length === 0 || items.length > MOST_ITEMS) return refuse('list-size', { most: MOST_ITEMS });
  if (new Set(items.map(({ caseId }) => caseId)).size !== items.length) return refuse('item-twice');
  const stopped = stoppedBy(reference);
  if (stopped) return stopped;
  return accept({
    hall,
    event: { type: 'drafted' },
    state: { status: 'drafted', items: items.map((item) => ({ ...item })), drafted: actOf(actor, now) },
    personal: { appraisal },
  });
}

function review(current: Now, { actor, now, reference }: ListGiven): Verdict<Next> {
  const { state } = current;
  if (state.status !== 'drafted') return refuse('list-not-in-this-status', { status: state.status });
  if (isSamePerson(actor, state.drafted)) return refuse('list-four-eyes');
  const stopped = stoppedBy(reference);
  if (stopped) return stopped;
  return next(current, 'reviewed', { ...state, status: 'reviewed', reviewed: actOf(actor, now) });
}

function approve(current: Now, { actor, now, reference }: ListGiven): Verdict<Next> {
  const { state } = current;
  if (state.status !== 'reviewed') return refuse('list-not-in-this-status', { status: state.status });
  if (isSamePerson(actor, state.drafted) || isSamePerson(actor, state.reviewed))
    return refuse('list-four-eyes');
  const stopped = stoppedBy(reference);
  if (stopped) return stopped;
  return next(current, 'approved', { ...state, status: 'approved', approved: actOf(actor, now) });
}

function reject(current: Now, text: string, { actor, now }: ListGiven): Verdict<Next> {
  const { state, personal } = current;
  if (state.status !== 'drafted' && state.status !== 'reviewed' && state.status !== 'approved')
    return refuse('list-not-in-this-status', { status: state.status });
  const { items, drafted } = state;
  const rejected = { status: 'rejected' as const, items, drafted, rejected: actOf(actor, now) };
  return next({ ...current, personal: { ...personal, rejection: text } }, 'rejected', rejected);
}

function carryOut(
  current: Now,
  { results, completeOn }: Extract<DestructionListCommand, { type: 'carry-out' }>,
  { actor, now }: ListGiven,
): Verdict<Next> {
  const { state } = current;
  if (actor.kind !== 'system') return refuse('not-permitted', { command: 'carry-out' });
  if (state.status !== 'approved') return refuse('list-not-approved', { status: state.status });
  const told = results.map(({ caseId }) => caseId);
  if (state.items.some(({ caseId }) => !told.includes(caseId))) return refuse('items-untold');
  return next(current, 'carried-out', {
    ...state,
    status: 'carried-out',
    carriedOutAt: now,
    results: results.map((result) => ({ ...result })),
    completeOn,
  });
}

/** A hold, an appeal or a day that has not come: the list waits until the item is off it. */
function stoppedBy({ refusals }: DestructionListReference) {
  if (refusals.length === 0) return undefined;
  return refuse('items-may-not-go', { fields: refusals.map(({ caseId, kind }) => `${caseId}:${kind}`) });
}

function next({ hall, personal }: Now, type: string, state: DestructionListState): Verdict<Next> {
  return accept({ hall, personal, event: { type }, state });
}

function actOf({ id, onBehalfOf }: Author, at: string) {
  return { personId: id, ...(onBehalfOf !== undefined && { onBehalfOf }), at };
}
