import * as z from 'zod/mini';
import { base64urlOf, utf8Of } from './bytes.ts';
import type { Sha256Bytes } from './merkle-tree.ts';

const coordinate = z.string().check(z.regex(/^[\w-]{43}$/));

/** A public key of ours (RFC 7517). `validUntil` is when another took its place; what it signed before stays good. */
export const publishedKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  alg: z.literal('ES256'),
  use: z.literal('sig'),
  kid: z.string(),
  validFrom: z.string(),
  validUntil: z.exactOptional(z.string()),
});
export type PublishedKey = z.infer<typeof publishedKey>;

export const keySet = z.strictObject({ keys: z.array(publishedKey) });
export type KeySet = z.infer<typeof keySet>;

/** The set in the order in which the keys came into use: each is valid until the next. */
export function keySetOf(keys: readonly Omit<PublishedKey, 'validUntil'>[]): KeySet {
  const inOrder = keys.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return {
    keys: inOrder.map((key, n) => {
      const next = inOrder[n + 1];
      return next === undefined ? key : { ...key, validUntil: next.validFrom };
    }),
  };
}

const KID_LENGTH = 16;

/**
 * The name of a key: the beginning (96 bits) of its thumbprint (RFC 7638), short enough for a QR code. A key under
 * another's name is thereby found out.
 */
export function kidOf({ x, y }: { readonly x: string; readonly y: string }, sha256: Sha256Bytes): string {
  const members = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
  return base64urlOf(sha256(utf8Of(members))).slice(0, KID_LENGTH);
}
