/**
 * Who may give what, written down a second time by hand from the policy (2.1–2.2, 3.x, 7.1.3) and not from the table:
 * command, and the one kind of person or the roles that have it.
 */
const OFFICE = [
  'acceptance-officer',
  'reviewer',
  'approver',
  'issuer',
  'back-office',
  'supervisor',
  'archivist',
];

const TABLE: Readonly<Record<string, 'customer' | 'system' | readonly string[]>> = {
  'record-upload': 'customer',
  'remove-file': 'customer',
  submit: 'customer',
  supplement: 'customer',
  correct: 'customer',
  withdraw: 'customer',
  'record-scan': 'system',
  'ask-for-file': 'system',
  'record-check': 'system',
  recompute: 'system',
  're-index': 'system',
  assign: 'system',
  'open-step': 'system',
  'record-certificate': 'system',
  'hold-certificate': 'system',
  'tell-result': 'system',
  'record-delivery': 'system',
  'record-failed-message': 'system',
  archive: 'system',
  destroy: 'system',
  'place-hold': ['supervisor', 'archivist'],
  'lift-hold': ['supervisor', 'archivist'],
  'judge-document': ['acceptance-officer'],
  'judge-answer': ['acceptance-officer'],
  'send-notice': ['acceptance-officer'],
  accept: ['acceptance-officer'],
  decline: ['acceptance-officer'],
  'answer-reviewer': ['acceptance-officer'],
  'request-correction': ['acceptance-officer'],
  'confirm-identity': ['acceptance-officer', 'back-office'],
  'record-call': ['acceptance-officer', 'back-office'],
  collect: ['acceptance-officer', 'back-office'],
  mail: ['back-office'],
  'answer-review-line': ['reviewer'],
  'sign-opinion': ['reviewer'],
  return: ['reviewer'],
  recuse: ['reviewer'],
  reassign: ['supervisor'],
  decide: ['approver'],
  'complete-step': ['issuer', 'back-office'],
  'make-again': ['issuer'],
  'add-note': OFFICE,
};

export const KNOWN_COMMANDS = Object.keys(TABLE);

export interface Asking {
  readonly kind: 'customer' | 'staff' | 'system';
  readonly personId: string;
  readonly hall: string;
  readonly roles: readonly string[];
  readonly mayActFor: readonly string[];
}

export interface AskedFor {
  readonly hall: string;
  readonly status: string;
  readonly customerId: string;
  readonly recused: readonly string[];
  /** Role of the step that is open now, if one is. */
  readonly stepRole?: string;
}

export function oracleMayRead(who: Asking, what: AskedFor): boolean {
  if (who.kind === 'system') return true;
  if (who.kind === 'customer') return [who.personId, ...who.mayActFor].includes(what.customerId);
  if (what.status === 'draft' || who.hall !== what.hall) return false;
  if (what.recused.includes(who.personId) || who.personId === what.customerId) return false;
  return who.roles.some((role) => OFFICE.includes(role));
}

export function oracleMayGive(who: Asking, command: string, what: AskedFor): boolean {
  const whose = TABLE[command];
  if (whose === undefined || !oracleMayRead(who, what)) return false;
  if (typeof whose === 'string') return whose === who.kind;
  if (who.kind !== 'staff') return false;
  if (command === 'complete-step' && what.stepRole !== undefined) {
    return whose.includes(what.stepRole) && who.roles.includes(what.stepRole);
  }
  return whose.some((role) => who.roles.includes(role));
}
