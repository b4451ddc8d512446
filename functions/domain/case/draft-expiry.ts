import type { Refusal } from '../refusal.ts';
import type { CaseState } from './state.ts';

/** A draft is kept until its day; once that has passed it is empty and takes nothing any more. */
export function isExpired(state: CaseState): boolean {
  return state.status === 'draft' && state.keptUntil === undefined;
}

/** Why nothing more is kept for this case: it was a draft whose day has passed (asked with `now`, before the sweep too). */
export function expiryRefusal(state: CaseState, now?: string): Refusal | undefined {
  const hasPassed = state.status === 'draft' && now !== undefined && (state.keptUntil ?? now) <= now;
  return isExpired(state) || hasPassed ? { kind: 'draft-expired' } : undefined;
}
