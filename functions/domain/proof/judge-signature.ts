import { type Finding, finding } from './findings.ts';
import { type KeySet, kidOf, type PublishedKey } from './key-set.ts';
import type { Sha256Bytes } from './merkle-tree.ts';
import type { ReadSignature } from './signed.ts';

/** What a verifier needs of the machine it runs on. */
export interface Verifying {
  readonly sha256: Sha256Bytes;
  /** ECDSA on P-256 with SHA-256; the signature is r and s. */
  readonly isSignedBy: (key: PublishedKey, input: Uint8Array, signature: Uint8Array) => boolean;
}

/** A function that was warm when the key changed may sign with the old one for a while. */
const GRACE_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Judges a signature by the published keys; `when` is the instant it was made, where the statement tells. */
export function judgeSignature(
  verifying: Verifying,
  keys: KeySet | undefined,
  read: ReadSignature | undefined,
  when?: string,
): readonly Finding[] {
  if (keys === undefined) return [finding('no-key-set')];
  if (read === undefined) return [finding('signature-unreadable')];
  const key = keys.keys.find(({ kid }) => kid === read.kid);
  if (key === undefined) return [finding('unknown-key', read.kid)];
  if (!verifying.isSignedBy(key, read.input, read.signature)) return [finding('signature-wrong')];
  return when === undefined || isWithin(key, when) ? [] : [finding('signed-outside-validity', when)];
}

/** Each key bears the name that follows from it. */
export function judgeKeySet({ sha256 }: Verifying, { keys }: KeySet): readonly Finding[] {
  return keys
    .filter((key) => kidOf(key, sha256) !== key.kid)
    .map(({ kid }) => finding('key-under-a-foreign-name', kid));
}

function isWithin({ validFrom, validUntil }: PublishedKey, when: string): boolean {
  const at = Date.parse(when);
  const until = validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(validUntil);
  return at >= Date.parse(validFrom) - GRACE_MILLISECONDS && at <= until + GRACE_MILLISECONDS;
}
