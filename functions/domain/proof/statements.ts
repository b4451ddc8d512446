import * as z from 'zod/mini';
import { RECORD_KINDS } from '../record/version.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const leafHash = sha256;
const count = z.int().check(z.gte(0));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const jws = z.string();
const record = z.strictObject({ kind: z.enum(RECORD_KINDS), id: z.string() });

/** What a leaf of a day's tree stands for: a version's hash, or that of an entry of the access log. */
export const leafKind = z.enum(['version', 'access']);

/**
 * The digest of a day: the root (RFC 9162) over the hashes of all versions and access entries whose UTC hour of writing
 * begins in it by the hall's clock. Leaves: versions in the log's order, late versions, access entries, late ones.
 */
export const digest = z.strictObject({
  type: z.literal('banli-digest'),
  day,
  timeZone: z.string(),
  /** Every UTC hour that begins from `from` until before `until`. */
  hours: z.strictObject({ from: z.string(), until: z.string() }),
  sealedAt: z.string(),
  /** SHA-256 of the file of the day before; zeros before the first. */
  previous: sha256,
  size: count,
  root: sha256,
  versions: count,
  accesses: count,
  /** Of earlier days, found only now: each is in this tree. */
  late: z.array(z.strictObject({ kind: leafKind, at: z.string(), hash: sha256 })),
});
export type Digest = z.infer<typeof digest>;
export const signedDigest = z.strictObject({ statement: digest, jws });

/** That a hash is in a day's tree. */
export const inclusionProof = z.strictObject({
  type: z.literal('banli-inclusion-proof'),
  hash: sha256,
  index: count,
  path: z.array(sha256).check(z.maxLength(64)),
  digest: signedDigest,
});
export type InclusionProof = z.infer<typeof inclusionProof>;

/** That an application was handed in: the version that says so, by its hash. */
export const receipt = z.strictObject({
  type: z.literal('banli-receipt'),
  receiptNumber: z.string(),
  receivedAt: z.string(),
  /** When the version was written: it is in the digest of that day. */
  writtenAt: z.string(),
  signedAt: z.string(),
  record,
  epoch: z.int(),
  version: z.int(),
  hash: sha256,
});
export const signedReceipt = z.strictObject({
  statement: receipt,
  jws,
  proof: z.exactOptional(inclusionProof),
});
export type SignedReceipt = z.infer<typeof signedReceipt>;

/** The hashes under a digest's root, in their order: they say nothing of what they are hashes of. */
export const leaves = z.strictObject({ type: z.literal('banli-leaves'), day, hashes: z.array(sha256) });
export type Leaves = z.infer<typeof leaves>;

/**
 * A record with all its versions, as it was when it was exported, sealed parts as hashes only; of a long one a part: from the
 * version after the named one on, with `more` where others follow the newest of this part.
 */
export const exportedRecord = z.strictObject({
  statement: z.strictObject({
    type: z.literal('banli-record'),
    record,
    exportedAt: z.string(),
    after: z.exactOptional(z.strictObject({ epoch: z.int(), version: z.int(), hash: sha256 })),
    versions: count,
    newest: sha256,
    more: z.exactOptional(z.literal(true)),
  }),
  jws,
  versions: z.array(
    z.strictObject({
      epoch: z.int(),
      version: z.int(),
      clear: z.string(),
      hash: sha256,
      /** Of the sealed bytes as they were kept. */
      sealedSha256: z.exactOptional(sha256),
    }),
  ),
});
export type ExportedRecord = z.infer<typeof exportedRecord>;

/** What a certificate's QR code says by itself; a list, for room is short. */
export const certificateClaim = z.tuple([
  z.literal('C1'),
  /** Number, masked holder, first and last day of validity (none: empty), day for which the status is told. */
  z.string(),
  z.string(),
  day,
  z.union([day, z.literal('')]),
  z.literal('valid'),
  day,
]);
export type CertificateClaim = z.infer<typeof certificateClaim>;

/** What the last line of a certificate's file says: whose file it is, and the hash of all the rest. */
export const fileClaim = z.tuple([z.literal('F1'), z.string(), sha256]);
export type FileClaim = z.infer<typeof fileClaim>;
