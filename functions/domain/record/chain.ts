import canonicalize from 'canonicalize';
import type { Event } from './definition.ts';
import type { Position, RecordVersion } from './version.ts';

/** The version before the first. */
export const NO_HASH = '0'.repeat(64);

/** A version as it is kept: the canonical clear part is one string, and what the hash covers. */
export interface KeptVersion extends Position {
  /** RFC 8785 JSON of everything but the personal part and the hash itself; includes `sealedSha256`. */
  readonly clear: string;
  readonly sealed?: Uint8Array;
  /** SHA-256 over `clear`, hex: chains to the previous version through `previousHash` inside it. */
  readonly hash: string;
}

/** The clear part of a version: what is hashed, stored and readable without any key. */
export type ClearPart<State, E extends Event> = Omit<RecordVersion<State, null, E>, 'personal'> & {
  readonly sealedSha256?: string;
};

/**
 * Chains a version: canonical JSON of the clear part with the hash of the sealed bytes in it, and the hash over that.
 * The chain therefore still verifies when the data key is destroyed. Throws on NaN and lone surrogates (RFC 8785).
 */
export function keepVersion<State, E extends Event>(
  clearPart: ClearPart<State, E>,
  sealed: Uint8Array | undefined,
  sha256: (bytes: string | Uint8Array) => string,
): KeptVersion {
  const withSeal = sealed === undefined ? clearPart : { ...clearPart, sealedSha256: sha256(sealed) };
  const clear = canonicalize(withSeal);
  if (clear === undefined) throw new TypeError('A version without a clear part cannot be kept');
  const { epoch, version } = clearPart;
  return { epoch, version, clear, hash: sha256(clear), ...(sealed === undefined ? {} : { sealed }) };
}

/** Names what is wrong with a kept version after its predecessor; `undefined` when the chain holds. */
export function brokenLink(
  previous: KeptVersion | undefined,
  kept: KeptVersion,
  sha256: (bytes: string | Uint8Array) => string,
): 'altered' | 'sealed-part-altered' | 'not-following' | undefined {
  if (sha256(kept.clear) !== kept.hash) return 'altered';
  const clear: { previousHash?: unknown; sealedSha256?: unknown } = JSON.parse(kept.clear);
  const seal = kept.sealed === undefined ? undefined : sha256(kept.sealed);
  if (clear.sealedSha256 !== seal) return 'sealed-part-altered';
  return clear.previousHash === (previous?.hash ?? NO_HASH) ? undefined : 'not-following';
}
