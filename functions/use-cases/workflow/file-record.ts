import { caseDefinition } from '../../domain/case/case.ts';
import type { Archive } from '../../ports/archive.ts';
import { loadRecord } from '../record/load-record.ts';
import type { StageAnswer, Task } from './ask-stage.ts';
import { type CaseTasks, commandByTask, runTask } from './case-task.ts';

export interface Filing extends CaseTasks {
  readonly archive: Archive;
  readonly sha256: (bytes: string | Uint8Array) => string;
}

/**
 * Archive: files the case under Object Lock: the record's versions as they are chained, and a manifest that names each
 * paper and certificate by its hash. Refused by nobody; the case says that it is filed. [6.2.1]
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
    await filing.archive.keep(`cases/${task.caseId}/manifest.txt`, new TextEncoder().encode(manifest), {
      mediaType: 'text/plain; charset=utf-8',
      sha256: manifestSha256,
    });
    await commandByTask(filing, task.caseId, `file/${visit}`, { type: 'archive', manifestSha256 }, now);
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
