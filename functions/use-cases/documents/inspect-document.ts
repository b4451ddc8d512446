import { fileTypeFromBuffer } from 'file-type';
import { caseDefinition } from '../../domain/case/case.ts';
import type { CaseFile } from '../../domain/case/state.ts';
import { isOnlyWhatItSays } from '../../domain/papers/file-content.ts';
import type { ScannerVerdict } from '../../domain/papers/scanner-verdict.ts';
import type { Documents } from '../../ports/documents.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';
import { stageOfCase } from '../workflow/stage-of-case.ts';

export interface Inspecting {
  readonly kernel: RecordKernel;
  readonly references: References;
  readonly documents: Documents;
  readonly sha256: (bytes: Uint8Array) => string;
  /** `guardduty`: the scanner's verdict is awaited as an event; `content-check`: only the content is checked here. */
  readonly malwareScan: 'guardduty' | 'content-check';
}

/** What the scanner found in one version of an object. */
export interface Scanned {
  readonly objectVersion: string;
  readonly verdict: ScannerVerdict;
}

/** The industry's harmless test file; whatever else a scanner finds, this must be found. */
const TEST_VIRUS = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/**
 * Inspects an upload in quarantine: the version that was confirmed, its size, its first bytes against the type it
 * claims, and the scanner's verdict. Only what is clean is copied out; the finding is a note on the case.
 */
export async function inspectDocument(
  inspecting: Inspecting,
  { caseId, fileId, scanned }: { caseId: string; fileId: string; scanned?: Scanned },
  now: string,
): Promise<'clean' | 'refused' | 'waiting' | 'not-ours'> {
  const asked = await stageOfCase(inspecting.kernel, caseId);
  const file = asked?.state.files.find((one) => one.fileId === fileId);
  if (file === undefined || file.scan !== 'checking') return 'not-ours';
  // An offer may be used twice: what was found in another version says nothing of the one that was confirmed.
  if (scanned !== undefined && scanned.objectVersion !== file.objectVersion) return 'not-ours';
  const { objectVersion } = file;
  const bytes = await inspecting.documents.readQuarantined({ caseId, fileId, objectVersion });
  const scans = inspecting.malwareScan === 'guardduty';
  // A small file is scanned before it is confirmed: its verdict has come already, and stands on the object.
  const noted = () => inspecting.documents.verdict({ caseId, fileId, objectVersion });
  const verdict = scanned?.verdict ?? (scans ? await noted() : undefined);
  const problem = (await contentProblem(bytes, file)) ?? verdictProblem(verdict);
  if (problem === undefined && scans && verdict === undefined) return 'waiting';
  const { mediaType } = file;
  const cleanVersion =
    problem === undefined &&
    (await inspecting.documents.release({ caseId, fileId, objectVersion, mediaType }));
  const sha256 = inspecting.sha256(bytes);
  await giveCommand(inspecting.kernel, caseDefinition, {
    id: caseId,
    command: {
      type: 'record-scan',
      fileId,
      scan: problem === undefined ? 'clean' : 'refused',
      sha256,
      ...(problem !== undefined && { scanReason: problem }),
      ...(cleanVersion && { cleanVersion }),
    },
    actor: { kind: 'system', id: 'inspect-document' },
    key: `${fileId}/${objectVersion}/scan`,
    now,
    reference: (current) => inspecting.references.forCommand(current?.state),
  });
  return problem === undefined ? 'clean' : 'refused';
}

async function contentProblem(bytes: Uint8Array, file: CaseFile): Promise<string | undefined> {
  if (bytes.byteLength === 0) return 'file-empty';
  if (bytes.byteLength !== file.bytes) return 'file-changed';
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime !== file.mediaType) return 'file-wrong-content';
  if (Buffer.from(bytes).includes(TEST_VIRUS)) return 'file-infected';
  if (!isOnlyWhatItSays(bytes, file.mediaType)) return 'file-wrong-content';
  const text = Buffer.from(bytes.subarray(0, 1024 * 1024)).toString('latin1');
  return file.mediaType === 'application/pdf' && /\/Encrypt\b/.test(text) ? 'file-locked' : undefined;
}

function verdictProblem(verdict: ScannerVerdict | undefined): string | undefined {
  if (verdict === 'threat') return 'file-infected';
  return verdict === 'could-not-scan' ? 'file-not-scannable' : undefined;
}
