import type { Refusal } from '../refusal.ts';
import type { CaseState } from './state.ts';

/** A draft is kept until its day; once that has passed it is empty and takes nothing any more. */
export function isExpired(state: CaseState): boolean {
  return state.status === 'draft' && state.keptUntil === undefined;
}

export function expiryRefusal(state: CaseState): Refusal | undefined {
  return isExpired(state) ? { kind: 'draft-expired' } : undefined;
}
