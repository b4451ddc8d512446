import * as z from 'zod/mini';
import { publishedKey } from '../../domain/proof/key-set.ts';
import {
  exportedRecord,
  inclusionProof,
  leafHash,
  signedDigest,
  signedReceipt,
} from '../../domain/proof/statements.ts';
import { RECORD_KINDS } from '../../domain/record/version.ts';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { id, ofCase } from './shared.ts';

const day = z.iso.date();
const ofDay = z.strictObject({ day });

export const readKeys = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readKeys',
  summary: 'The public keys of everything we sign (a JWK set), retired ones too',
  audience: 'public',
  method: 'GET',
  path: '/public/keys',
  answer: z.object({ keys: z.array(publishedKey) }),
});

export const listDigests = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'listDigests',
  summary: 'Days that are sealed, oldest first, a hundred a page',
  audience: 'public',
  method: 'GET',
  path: '/public/digests',
  query: z.strictObject({ after: z.exactOptional(day) }),
  answer: z.object({ days: z.array(day), more: z.boolean() }),
});

export const readDigest = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readDigest',
  summary: 'The signed digest of a day, byte for byte as it was sealed',
  audience: 'public',
  method: 'GET',
  path: '/public/digests/{day}',
  params: ofDay,
  answer: signedDigest,
});

export const linkLeaves = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'linkLeaves',
  summary: 'A link to the hashes under a day’s root, for a minute',
  audience: 'public',
  method: 'GET',
  path: '/public/digests/{day}/leaves',
  params: ofDay,
  answer: z.object({ url: z.string() }),
});

export const proveInclusion = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'proveInclusion',
  summary: 'The proof that a version is in the digest of its day; not found until that day is sealed',
  audience: 'public',
  method: 'GET',
  path: '/public/digests/{day}/proofs/{hash}',
  params: z.strictObject({ day, hash: leafHash }),
  answer: inclusionProof,
});

/** For anybody. */
export const proofs = [readKeys, listDigests, readDigest, linkLeaves, proveInclusion];

export const readReceipt = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readReceipt',
  summary: 'The signed receipt of my application; with its proof once its day is sealed',
  audience: 'me',
  method: 'GET',
  path: '/me/cases/{caseId}/receipt',
  params: ofCase,
  answer: signedReceipt,
});

export const exportRecord = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'exportRecord',
  summary:
    'All versions of a record of my hall, without personal data, for verification, of a long one in parts of 500; auditors only',
  audience: 'staff',
  method: 'GET',
  path: '/staff/records/{kind}/{recordId}',
  params: z.strictObject({ kind: z.enum(RECORD_KINDS), recordId: id }),
  /** Epoch and version of the last one of the part before, as `1.500`. */
  query: z.strictObject({ after: z.exactOptional(z.string().check(z.regex(/^\d{1,3}\.\d{1,10}$/))) }),
  answer: exportedRecord,
});

/** For the applicant, and for auditors. */
export const receipts = [readReceipt, exportRecord];
