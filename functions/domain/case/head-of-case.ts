import type { ClearVersion } from '../record/definition.ts';
import type { Head } from '../record/head.ts';
import { isDestroyed } from './define-command.ts';
import { isExpired } from './draft-expiry.ts';
import { nextDueAtOf } from './next-due.ts';
import { phaseOf, turnOf } from './stage.ts';
import type { CaseState } from './state.ts';

/** Queues of a hall, by whose turn it is. */
export const QUEUES = [
  'intake',
  'review',
  'approval',
  'making',
  'issuing',
  'counter',
  'calls',
  'retention',
] as const;
export type Queue = (typeof QUEUES)[number];

const STEP_QUEUES: Readonly<Record<string, Queue>> = { decide: 'approval', make: 'making', issue: 'issuing' };

/** What lists show of a case, and on which lists it stands; masked, and a function of its newest version alone. */
export function headOfCase({ state, hall, at }: ClearVersion<CaseState>): Head {
  if (isDestroyed(state))
    return { card: { status: state.status, service: state.service.id, destroyed: true } };
  const queue = queueOf(state);
  const due = dueOf(state);
  const assigned = assigneeOf(state);
  const nextDueAt = nextDueAtOf(state);
  // Most urgent first; what has no date yet waits behind what has one.
  const sort = `${due ?? '9999'}#${'submittedAt' in state ? state.submittedAt : at}`;
  return {
    card: cardOf(state, due, at),
    ...(!isExpired(state) && {
      belongsTo: { personId: state.customerId, sort: 'submittedAt' in state ? state.submittedAt : at },
    }),
    ...(queue && { queue: { hall, queue, sort } }),
    ...(assigned && { assignedTo: { personId: assigned, sort } }),
    ...(nextDueAt && { nextDueAt }),
    ...('finders' in state && {
      finders: [{ field: 'receipt', value: state.receiptNumber }, ...state.finders],
    }),
  };
}

export function queueOf(state: CaseState): Queue | undefined {
  switch (state.status) {
    case 'submitted':
    case 'returned':
      return 'intake';
    case 'in-review':
      return 'review';
    case 'in-handling':
      return state.step && STEP_QUEUES[state.step.act];
    case 'result-ready':
      return state.callOpen ? 'calls' : undefined;
    case 'awaiting-collection':
      return 'counter';
    case 'archived':
      return typeof state.retainUntil === 'string' ? 'retention' : undefined;
    default:
      return undefined;
  }
}

/** The date the person whose turn it is must keep. */
export function dueOf(state: CaseState): string | undefined {
  switch (state.status) {
    case 'submitted':
      return state.noticeDueAt ?? state.checkBy;
    case 'awaiting-supplement':
    case 'awaiting-correction':
      return state.respondByAt;
    case 'in-review':
      return state.reviewDueAt;
    case 'returned':
      return state.answerDueAt;
    case 'in-handling':
      return state.step?.dueAt ?? state.clock.dueAt;
    case 'awaiting-collection':
      return state.keepUntilAt;
    case 'archived':
      return state.retainUntil ?? undefined;
    default:
      return undefined;
  }
}

export function assigneeOf(state: CaseState): string | undefined {
  if (state.status === 'in-review') return state.reviewer?.personId;
  if (state.status === 'in-handling') return state.step?.owner.personId;
  return undefined;
}

function cardOf(state: CaseState, due: string | undefined, at: string): Head['card'] {
  const shown = {
    status: state.status,
    phase: phaseOf(state),
    turn: turnOf(state),
    service: state.service.id,
  };
  if (state.status === 'draft') return { ...shown, keptUntil: state.keptUntil ?? null, changedAt: at };
  return {
    ...shown,
    receiptNumber: state.receiptNumber,
    name: state.maskedName,
    submittedAt: state.submittedAt,
    dueAt: due ?? null,
    warnAt: state.clock?.warnAt ?? null,
    outcome: 'outcome' in state ? (state.outcome ?? null) : null,
    assignee: assigneeOf(state) ?? null,
    ...(state.recused && { hiddenFrom: state.recused.join(' ') }),
    ...('hold' in state && state.hold !== undefined && { onHold: true }),
    uncollected: state.status === 'awaiting-collection' && state.uncollected,
  };
}
