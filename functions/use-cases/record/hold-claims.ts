import { readClearPart } from '../../domain/record/read-version.ts';
import type { ClaimRequest, RecordRef } from '../../domain/record/version.ts';
import type { Claim } from '../../ports/claims.ts';
import type { RecordKernel } from './kernel.ts';

/** An unlisted claim counts this long; its owner gives up its put five minutes earlier. */
const UNLISTED_CLAIM_MINUTES = 15;
const OWNER_GIVES_UP_MINUTES = 10;

/**
 * Takes every claim of a coming version before its put; answers whether all are held. A claim of a crashed
 * command is taken over once it is 15 minutes old and its owner's newest version does not list it.
 */
export async function holdClaims(
  kernel: RecordKernel,
  owner: RecordRef,
  claims: readonly ClaimRequest[],
  commandId: string,
  now: string,
): Promise<boolean> {
  for (const { mac } of claims) {
    const held = await holdClaim(kernel, { mac, owner, commandId, at: now });
    if (!held) return false;
  }
  return true;
}

async function holdClaim(kernel: RecordKernel, claim: Claim): Promise<boolean> {
  const standing = await kernel.claims.take(claim);
  if (isOwnedBy(standing, claim.owner)) {
    if (await listsClaim(kernel, standing)) return true;
    return (
      minutesBetween(standing.at, claim.at) < OWNER_GIVES_UP_MINUTES || kernel.claims.replace(standing, claim)
    );
  }
  const old = minutesBetween(standing.at, claim.at) >= UNLISTED_CLAIM_MINUTES;
  if (!old || (await listsClaim(kernel, standing))) return false;
  return kernel.claims.replace(standing, claim);
}

async function listsClaim({ store }: RecordKernel, claim: Claim): Promise<boolean> {
  const record = await store.newest(claim.owner);
  return record !== undefined && readClearPart(record.newest).claims.some(({ mac }) => mac === claim.mac);
}

function isOwnedBy(claim: Claim, owner: RecordRef): boolean {
  return claim.owner.kind === owner.kind && claim.owner.id === owner.id;
}

function minutesBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 60_000;
}
