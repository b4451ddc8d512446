import { createHmac } from 'node:crypto';
import type { Refusal } from '../../domain/refusal.ts';
import type { RateLimits } from '../../ports/transient.ts';

export interface SignInLimits {
  readonly codesPerContact: number;
  readonly codesPerAddress: number;
  readonly windowSeconds: number;
}

/** House rule [7.1.3]: so few codes that guessing is hopeless, so many that a shared office line still works. */
export const SIGN_IN_LIMITS: SignInLimits = { codesPerContact: 5, codesPerAddress: 30, windowSeconds: 900 };

/** Refuses `too-many-codes` when a contact or a network address asked for too many codes in the window. */
export async function limitCodes(
  {
    rateLimits,
    limits = SIGN_IN_LIMITS,
  }: { readonly rateLimits: RateLimits; readonly limits?: SignInLimits },
  { contact, address, now }: { readonly contact: string; readonly address: string; readonly now: string },
): Promise<Refusal | undefined> {
  const window = windowAt(now, limits);
  const byContact = await rateLimits.count('codes-contact', nameless(contact), window);
  const byAddress = await rateLimits.count('codes-address', nameless(address), window);
  if (byContact <= limits.codesPerContact && byAddress <= limits.codesPerAddress) return undefined;
  const retryAfterSeconds = window.startsAtEpochSeconds + window.seconds - epochSecondsOf(now);
  return { kind: 'too-many-codes', facts: { retryAfterSeconds } };
}

/** Whether a contact was sent as many codes as it may get, whoever asked for them. */
export async function hasEnoughCodes(
  { rateLimits }: { readonly rateLimits: RateLimits },
  { contact, now }: { readonly contact: string; readonly now: string },
): Promise<boolean> {
  const sent = await rateLimits.count('codes-sent', nameless(contact), windowAt(now, SIGN_IN_LIMITS));
  return sent > SIGN_IN_LIMITS.codesPerContact;
}

function windowAt(now: string, { windowSeconds: seconds }: SignInLimits) {
  const epochSeconds = epochSecondsOf(now);
  return { startsAtEpochSeconds: epochSeconds - (epochSeconds % seconds), seconds };
}

function epochSecondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** Counters are kept under a digest: the table of counters names no contact and no address in clear. */
function nameless(value: string): string {
  return createHmac('sha256', 'banli/rate-limit').update(value).digest('base64url');
}
