import type { CaseState } from './state.ts';

/** What the workflow has to do for a case now. It is asked of the case at any time and kept nowhere else. */
export const STAGES = [
  'none',
  'check',
  'intake',
  'assign',
  'review',
  'open-step',
  'certificate',
  'step',
  'result',
  'call',
  'collection',
  'file',
  'done',
] as const;
export type Stage = (typeof STAGES)[number];

/** The stage of a case, a function of its state alone. */
export function stageOf(state: CaseState): Stage {
  switch (state.status) {
    case 'draft':
      return 'none';
    case 'submitted':
      return state.checked ? 'intake' : 'check';
    case 'awaiting-supplement':
      return 'intake';
    case 'in-review':
      return state.reviewer === undefined ? 'assign' : 'review';
    case 'returned':
    case 'awaiting-correction':
      return 'review';
    case 'in-handling':
      if (state.step === undefined) return 'open-step';
      if (state.step.act !== 'make' || state.certificate !== undefined) return 'step';
      return state.held === undefined ? 'certificate' : 'step';
    case 'result-ready':
      return state.callOpen ? 'call' : 'result';
    case 'awaiting-collection':
      return 'collection';
    case 'closed':
      return 'file';
    case 'archived':
      return 'done';
  }
}

/** The four phases a person knows, and the archive behind them. */
export type Phase = 'draft' | 'intake' | 'review' | 'handling' | 'notification' | 'archive';

const PHASES: Readonly<Record<CaseState['status'], Phase>> = {
  draft: 'draft',
  submitted: 'intake',
  'awaiting-supplement': 'intake',
  'in-review': 'review',
  returned: 'review',
  'awaiting-correction': 'review',
  'in-handling': 'handling',
  'result-ready': 'notification',
  'awaiting-collection': 'notification',
  closed: 'archive',
  archived: 'archive',
};

export function phaseOf({ status }: Pick<CaseState, 'status'>): Phase {
  return PHASES[status];
}

export type Turn =
  | 'customer'
  | 'acceptance-officer'
  | 'reviewer'
  | 'step-owner'
  | 'counter'
  | 'system'
  | 'archivist';

const TURNS: Readonly<Record<CaseState['status'], Turn>> = {
  draft: 'customer',
  submitted: 'acceptance-officer',
  'awaiting-supplement': 'customer',
  'in-review': 'reviewer',
  returned: 'acceptance-officer',
  'awaiting-correction': 'customer',
  'in-handling': 'step-owner',
  'result-ready': 'system',
  'awaiting-collection': 'customer',
  closed: 'archivist',
  archived: 'system',
};

/** Whose turn it is. */
export function turnOf({ status }: Pick<CaseState, 'status'>): Turn {
  return TURNS[status];
}
