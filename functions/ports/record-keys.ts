import type { Position, RecordRef } from '../domain/record/version.ts';
import type { WrappedKey } from './record-store.ts';

/** The opened data key of one record; lives for one request and is never logged or cached. */
export interface RecordKey {
  /** Compresses and seals; the seal is bound to kind, id, position and part and opens nowhere else. */
  seal(part: SealedPart, text: string): Uint8Array;
  /** Throws `SealBroken` when the bytes were sealed for another record, position or part, or altered. */
  open(part: SealedPart, sealed: Uint8Array): string;
  /** Keyed MAC under a key derived from the data key, hex: "same body" without keeping the body. */
  mac(text: string): string;
}

export type SealedPart =
  | ({ readonly part: 'personal' } & Position)
  | { readonly part: 'draft'; readonly revision: number }
  | { readonly part: 'upload'; readonly fileId: string }
  | { readonly part: 'body'; readonly sha256: string }
  | { readonly part: 'token'; readonly generation: number };

/** Data keys by the key service, encryption context `{ kind, id }`: one call to make or to open one. */
export interface RecordKeys {
  create(ref: RecordRef): Promise<{ key: RecordKey; wrapped: WrappedKey }>;
  open(ref: RecordRef, wrapped: WrappedKey): Promise<RecordKey>;
}

export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** Keyed MACs for finding and claiming: one call to the key service per container of fields. */
export interface BlindIndex {
  /** Values are normalised before; each MAC carries the key's version (`k1:…`). */
  macs(fields: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  /** Every MAC the value may be kept under: two while a re-index after a rotation has not ended. */
  findable(field: string, value: string): Promise<readonly string[]>;
  /** Under the claims key, which is never rotated: unique things and record ids from idempotency keys. */
  claimMac(what: string, value: string): Promise<string>;
}
