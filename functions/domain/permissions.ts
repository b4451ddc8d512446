import type { Queue } from './case/head-of-case.ts';
import type { AnyCommandRule, Giver, Role } from './case/rule.ts';
import type { CaseState } from './case/state.ts';

/** Whoever asks, as permission sees them. */
export type Asker =
  | { readonly kind: 'customer'; readonly personId: string; readonly mayActFor: readonly string[] }
  | {
      readonly kind: 'staff';
      readonly personId: string;
      readonly hall: string;
      readonly roles: readonly Role[];
    }
  | { readonly kind: 'system' };

/** Roles that may open a case of their hall; administrators and auditors may not. */
const READERS: readonly Role[] = [
  'acceptance-officer',
  'reviewer',
  'approver',
  'issuer',
  'back-office',
  'supervisor',
  'archivist',
];

interface Asked {
  readonly hall: string;
  readonly state: CaseState;
}

/**
 * Grants reading a case iff it is the asker's own (or a principal's), or of the hall of a colleague who works on cases
 * and is no related party.
 */
export function mayRead(asker: Asker, { hall, state }: Asked): boolean {
  switch (asker.kind) {
    case 'customer':
      return state.customerId === asker.personId || asker.mayActFor.includes(state.customerId);
    case 'staff':
      return (
        state.status !== 'draft' &&
        asker.hall === hall &&
        asker.personId !== state.customerId &&
        !(state.recused ?? []).includes(asker.personId) &&
        asker.roles.some((role) => READERS.includes(role))
      );
    case 'system':
      return true;
  }
}

/** Grants an auditor the versions of a record of their hall, to verify them; personal parts are in them as hashes alone. */
export function mayExport(asker: Asker, { hall }: { readonly hall: string }): boolean {
  return asker.kind === 'staff' && asker.hall === hall && asker.roles.includes('auditor');
}

/** Grants a command iff its row names this kind of actor (and a role of theirs), and the case may be read. Default deny. */
export function mayGive(asker: Asker, { by }: Pick<AnyCommandRule, 'by'>, asked: Asked): boolean {
  if (!mayRead(asker, asked)) return false;
  switch (by.kind) {
    case 'customer':
      return asker.kind === 'customer';
    case 'staff':
      return asker.kind === 'staff' && rolesFor(by, asked).some((role) => asker.roles.includes(role));
    case 'system':
      return asker.kind === 'system';
  }
}

/** The roles that may give a command: where it is about the open step, only the step's own. */
function rolesFor({ roles, ofStep }: Extract<Giver, { kind: 'staff' }>, { state }: Asked): readonly Role[] {
  const step = state.status === 'in-handling' ? state.step : undefined;
  return ofStep === true && step !== undefined ? roles.filter((role) => role === step.role) : roles;
}

type WorkQueue = Exclude<Queue, 'retention'>;

const QUEUES_OF: Readonly<Partial<Record<Role, readonly WorkQueue[]>>> = {
  'acceptance-officer': ['intake', 'calls', 'counter'],
  reviewer: ['review'],
  approver: ['approval'],
  issuer: ['making'],
  'back-office': ['issuing', 'counter', 'calls'],
  supervisor: ['intake', 'review', 'approval', 'making', 'issuing', 'counter', 'calls'],
};

/** The queues of their hall that colleagues see: those of their roles, and none besides their own desk without one. */
export function queuesOf(roles: readonly Role[]): readonly WorkQueue[] {
  return [...new Set(roles.flatMap((role) => QUEUES_OF[role] ?? []))];
}
