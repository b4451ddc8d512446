import type { RecordRef } from '../domain/record/version.ts';

export interface Claim {
  readonly mac: string;
  readonly owner: RecordRef;
  readonly commandId: string;
  readonly at: string;
}

/**
 * Unique things (an identity bound to one person, a login, a number). A claim counts while the owner's newest
 * version lists it, or for 15 minutes; after that a contender may replace it, on condition it is still the same.
 */
export interface Claims {
  /** Kept if free; answers the claim that stands, ours or another's. */
  take(claim: Claim): Promise<Claim>;
  /** Replaces `standing` by `claim` only if `standing` is still there; answers whether it did. */
  replace(standing: Claim, claim: Claim): Promise<boolean>;
  find(mac: string): Promise<Claim | undefined>;
}
