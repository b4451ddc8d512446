import { caseDefinition } from '../../domain/case/case.ts';
import type { CaseFile } from '../../domain/case/state.ts';
import { type Archive, paperKey } from '../../ports/archive.ts';
import type { Documents } from '../../ports/documents.ts';
import { loadRecord } from '../record/load-record.ts';
import type { StageAnswer, Task } from './ask-stage.ts';
import { type CaseTasks, commandByTask, runTask } from './case-task.ts';

export interface Filing extends CaseTasks {
  readonly archive: Archive;
  readonly documents: Pick<Documents, 'readClean'>;
  readonly sha256: (bytes: string | Uint8Array) => string;
}

/**
 * Archive: files the case under Object Lock: a copy of each paper, and a manifest that names every version, paper and
 * certificate by its hash. Refused by nobody; the case says that it is filed. [6.2.1]
 */
export async function fileRecord(filing: Filing, task: Task, now: string): Promise<StageAnswer> {
  return runTask(filing, task, 'file', async ({ visit }) => {
    const loaded = await loadRecord(filing.kernel, caseDefinition, task.caseId);
    if (loaded === undefined) return;
    const { state } = loaded.version;
    const lines: string[] = [];
    for await (const { version, hash } of versionsOf(filing, task.caseId))
      lines.push(`version ${version} ${hash}`);
    for (const { fileId, sha256 } of state.files)
      lines.push(`document ${fileId} ${sha256 ?? 'not-inspected'}`);
    if ('certificate' in state && state.certificate) {
      lines.push(`certificate ${state.certificate.number} ${state.certificate.sha256}`);
    }
    const manifest = `${lines.join('\n')}\n`;
    const manifestSha256 = filing.sha256(manifest);
    for (const file of state.files) await filePaper(filing, task.caseId, file);
    const key = paperKey(task.caseId, 'manifest', manifestSha256, 'txt');
    await filing.archive.keep(key, new TextEncoder().encode(manifest), {
      mediaType: 'text/plain; charset=utf-8',
      sha256: manifestSha256,
    });
    await commandByTask(filing, task.caseId, `file/${visit}`, { type: 'archive', manifestSha256 }, now);
  });
}

/** A copy of what was found clean; the store takes it only if its bytes have the hash on the record. */
async function filePaper(
  { archive, documents }: Filing,
  caseId: string,
  { scan, sha256, mediaType, ...file }: CaseFile,
): Promise<void> {
  if (scan !== 'clean' || sha256 === undefined) return;
  const bytes = await documents.readClean({ caseId, ...file });
  const extension = mediaType.split('/').at(-1) ?? 'bin';
  await archive.keep(paperKey(caseId, `document-${file.fileId}`, sha256, extension), bytes, {
    mediaType,
    sha256,
  });
}

async function* versionsOf({ store }: Filing, caseId: string) {
  let after = { epoch: 1, version: 0 };
  for (;;) {
    const versions = await store.versionsAfter({ kind: 'case', id: caseId }, after, 25);
    yield* versions;
    const last = versions.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
