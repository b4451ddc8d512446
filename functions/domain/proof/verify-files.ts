import { hexOf, utf8Of } from './bytes.ts';
import { type Finding, finding } from './findings.ts';
import { type GivenFile, type ReadFile, readFile } from './given-file.ts';
import { judgeChain } from './judge-chain.ts';
import { judgeKeySet, judgeSignature, type Verifying } from './judge-signature.ts';
import { judgeLeaves, judgePath } from './judge-tree.ts';
import type { KeySet } from './key-set.ts';
import { splitSealLine } from './sealed-file.ts';
import { canonicalOf, jsonOf, readCompact, readDetached } from './signed.ts';
import { certificateClaim, type ExportedRecord, fileClaim, type InclusionProof } from './statements.ts';

export interface FileReport {
  readonly name: string;
  readonly kind: ReadFile['kind'];
  /** What it says, where its signature holds. */
  readonly says: readonly string[];
  readonly findings: readonly Finding[];
}

type FileOf<Kind extends ReadFile['kind']> = Extract<ReadFile, { readonly kind: Kind }>;

/**
 * Judges files from a folder by the published keys among them and by each other: a digest by its leaves and the digest
 * of the day before, a receipt by its proof, a record by the leaves of its days. Whatever is wrong is named.
 */
export function verifyFiles(files: readonly GivenFile[], verifying: Verifying): readonly FileReport[] {
  const read = files.map(readFile);
  const keys = read.find((file): file is FileOf<'key-set'> => file.kind === 'key-set')?.is;
  return read.map((file) => {
    const findings = [...judgeWriting(file), ...judge(file, { keys, read, verifying })];
    return { name: file.name, kind: file.kind, says: saidBy(file), findings };
  });
}

interface Folder {
  readonly keys: KeySet | undefined;
  readonly read: readonly ReadFile[];
  readonly verifying: Verifying;
}

/** What we write as JSON we write in one way; another spelling of the same is a change all the same. */
function judgeWriting({ kind, asWritten }: ReadFile): readonly Finding[] {
  const free = kind === 'key-set' || kind === 'certificate-code' || kind === 'unknown';
  return free || asWritten ? [] : [finding('not-as-written')];
}

function judge(file: ReadFile, folder: Folder): readonly Finding[] {
  switch (file.kind) {
    case 'key-set':
      return judgeKeySet(folder.verifying, file.is);
    case 'digest':
      return [...judgeDigest(file.is, folder), ...judgeDayBefore(file.is, folder)];
    case 'inclusion-proof':
      return judgeProof(file.is, folder);
    case 'receipt':
      return judgeReceipt(file, folder);
    case 'leaves':
      return folder.read.flatMap((other) =>
        other.kind === 'digest' && other.is.statement.day === file.is.day
          ? judgeLeaves(file.is, other.is.statement, folder.verifying.sha256)
          : [],
      );
    case 'record':
      return judgeRecord(file.is, folder);
    case 'certificate-file':
      return judgeCertificateFile(file.is, folder);
    case 'certificate-code':
      return judgeCode(file, folder);
    case 'unknown':
      return [finding('unknown-file')];
  }
}

function judgeDigest(digest: InclusionProof['digest'], { keys, verifying }: Folder): readonly Finding[] {
  const { sealedAt, size, versions, accesses, late } = digest.statement;
  const counted = versions + accesses + late.length;
  return [
    ...judgeSignature(verifying, keys, readDetached(digest), sealedAt),
    ...(counted === size ? [] : [finding('counts-differ', `${counted} and not ${size}`)]),
  ];
}

/** The digest of the day before, if it is here, is the one this follows. */
function judgeDayBefore(digest: InclusionProof['digest'], { read, verifying }: Folder): readonly Finding[] {
  const before = dayBefore(digest.statement.day);
  return read.flatMap((other) => {
    if (other.kind !== 'digest' || other.is.statement.day !== before) return [];
    const same = hexOf(verifying.sha256(utf8Of(other.text))) === digest.statement.previous;
    return same ? [] : [finding('previous-digest-differs', before)];
  });
}

function judgeProof(proof: InclusionProof, folder: Folder): readonly Finding[] {
  return [...judgeDigest(proof.digest, folder), ...judgePath(proof, folder.verifying.sha256)];
}

function judgeReceipt({ is }: FileOf<'receipt'>, folder: Folder): readonly Finding[] {
  const { statement, jws, proof } = is;
  const signed = readDetached({ statement, jws });
  const findings = judgeSignature(folder.verifying, folder.keys, signed, statement.signedAt);
  if (proof === undefined) return findings;
  const another = proof.hash === statement.hash ? [] : [finding('proof-of-another')];
  return [...findings, ...another, ...judgeProof(proof, folder)];
}

/** By itself, by its signature, and by the leaves of the days in which its versions were written, where those are here. */
function judgeRecord(record: ExportedRecord, { keys, read, verifying }: Folder): readonly Finding[] {
  const { statement, jws, versions } = record;
  const hashes = read.flatMap((file) => (file.kind === 'leaves' ? file.is.hashes : []));
  const days = read.flatMap((file) => (file.kind === 'digest' ? [file.is.statement] : []));
  const given = new Set(read.flatMap((file) => (file.kind === 'leaves' ? [file.is.day] : [])));
  const known = new Set(hashes);
  const missing = versions.filter(({ clear, hash }) => {
    const at = atOf(clear);
    const covered = days.some(({ day, hours }) => given.has(day) && at >= hours.from && at < hours.until);
    return covered && !known.has(hash);
  });
  return [
    ...judgeChain(record, verifying.sha256),
    ...judgeSignature(verifying, keys, readDetached({ statement, jws }), statement.exportedAt),
    ...missing.map(({ version }) => finding('version-not-in-digest', version)),
    ...judgePartBefore(record, read),
  ];
}

/** A part follows the one before it, if that is here. */
function judgePartBefore({ statement: { record, after } }: ExportedRecord, read: readonly ReadFile[]) {
  if (after === undefined) return [];
  const parts = read.flatMap((file) => (file.kind === 'record' ? [file.is] : []));
  const ofThis = parts.filter((part) => canonicalOf(part.statement.record) === canonicalOf(record));
  const standing = ofThis
    .flatMap(({ versions }) => versions)
    .filter(({ epoch, version }) => epoch === after.epoch && version === after.version);
  return standing.some(({ hash }) => hash !== after.hash) ? [finding('version-replaced', after.version)] : [];
}

function judgeCertificateFile(file: Uint8Array, { keys, verifying }: Folder): readonly Finding[] {
  const split = splitSealLine(file);
  if (split === undefined) return [finding('last-line-missing')];
  const signed = readCompact(split.jws);
  const found = judgeSignature(verifying, keys, signed);
  const claim = fileClaim.safeParse(jsonOf(signed?.payload));
  if (!claim.success) return [...found, finding('signature-unreadable')];
  return hexOf(verifying.sha256(split.rest)) === claim.data[2] ? found : [...found, finding('file-changed')];
}

function judgeCode({ is }: FileOf<'certificate-code'>, { keys, verifying }: Folder): readonly Finding[] {
  const signed = readCompact(is.jws);
  const claim = certificateClaim.safeParse(jsonOf(signed?.payload));
  if (!claim.success) return [finding('signature-unreadable')];
  const [, number, , , , , asOf] = claim.data;
  const found = judgeSignature(verifying, keys, signed, `${asOf}T12:00:00Z`);
  return is.number === undefined || is.number === number ? found : [...found, finding('proof-of-another')];
}

function saidBy(file: ReadFile): readonly string[] {
  switch (file.kind) {
    case 'digest':
    case 'record':
      return [canonicalOf(file.is.statement)];
    case 'receipt':
      return [canonicalOf(file.is.statement)];
    case 'certificate-code':
      return [readCompact(file.is.jws)?.payload ?? ''];
    case 'certificate-file':
      return [readCompact(splitSealLine(file.is)?.jws ?? '')?.payload ?? ''];
    default:
      return [];
  }
}

function atOf(clear: string): string {
  const parsed = jsonOf(clear);
  const at = typeof parsed === 'object' && parsed !== null && 'at' in parsed ? parsed.at : '';
  return typeof at === 'string' ? at : '';
}

/** Of a day that a changed byte made into none: no day. Its signature is what names the change. */
function dayBefore(day: string): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? '' : new Date(at - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
