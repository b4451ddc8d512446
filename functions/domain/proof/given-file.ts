import { textOfUtf8 } from './bytes.ts';
import { type KeySet, keySet } from './key-set.ts';
import { canonicalOf, jsonOf } from './signed.ts';
import {
  type ExportedRecord,
  exportedRecord,
  type InclusionProof,
  inclusionProof,
  type Leaves,
  leaves,
  type SignedReceipt,
  signedDigest,
  signedReceipt,
} from './statements.ts';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file turns out to be, by what is in it and not by its name. */
export type ReadFile = { readonly name: string; readonly text: string; readonly asWritten: boolean } & (
  | { readonly kind: 'key-set'; readonly is: KeySet }
  | { readonly kind: 'digest'; readonly is: InclusionProof['digest'] }
  | { readonly kind: 'inclusion-proof'; readonly is: InclusionProof }
  | { readonly kind: 'receipt'; readonly is: SignedReceipt }
  | { readonly kind: 'leaves'; readonly is: Leaves }
  | { readonly kind: 'record'; readonly is: ExportedRecord }
  | { readonly kind: 'certificate-file'; readonly is: Uint8Array }
  | { readonly kind: 'certificate-code'; readonly is: { readonly jws: string; readonly number?: string } }
  | { readonly kind: 'unknown' }
);

const PDF = '%PDF-';
/** The link of a certificate's QR code: number before, signed claim after the `#`. */
const LINK = /^https?:\/\/\S+\/verify\/([A-Za-z0-9-]+)\?\S*#(\S+)$/;
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

export function readFile({ name, bytes }: GivenFile): ReadFile {
  const begins = String.fromCharCode(...bytes.subarray(0, PDF.length));
  if (begins === PDF) return { name, text: '', asWritten: true, kind: 'certificate-file', is: bytes };
  const text = textOfUtf8(bytes) ?? '';
  const parsed = jsonOf(text);
  const read = { name, text, asWritten: parsed !== undefined && canonicalOf(parsed) === text };
  return { ...read, ...(parsed === undefined ? ofText(text.trim()) : ofJson(parsed)) };
}

function ofJson(parsed: unknown): KindOfJson {
  const keys = keySet.safeParse(parsed);
  if (keys.success) return { kind: 'key-set', is: keys.data };
  const digest = signedDigest.safeParse(parsed);
  if (digest.success) return { kind: 'digest', is: digest.data };
  const proof = inclusionProof.safeParse(parsed);
  if (proof.success) return { kind: 'inclusion-proof', is: proof.data };
  const receipt = signedReceipt.safeParse(parsed);
  if (receipt.success) return { kind: 'receipt', is: receipt.data };
  const hashes = leaves.safeParse(parsed);
  if (hashes.success) return { kind: 'leaves', is: hashes.data };
  const record = exportedRecord.safeParse(parsed);
  return record.success ? { kind: 'record', is: record.data } : { kind: 'unknown' };
}

function ofText(text: string): KindOfText {
  const [, number, jws] = LINK.exec(text) ?? [];
  if (number !== undefined && jws !== undefined) return { kind: 'certificate-code', is: { jws, number } };
  return COMPACT.test(text) ? { kind: 'certificate-code', is: { jws: text } } : { kind: 'unknown' };
}

type Without<File> = File extends ReadFile ? Omit<File, 'name' | 'text' | 'asWritten'> : never;
type KindOfText = Extract<Without<ReadFile>, { kind: 'certificate-code' | 'unknown' }>;
type KindOfJson = Exclude<Without<ReadFile>, { kind: 'certificate-code' | 'certificate-file' }>;
