import { caseDefinition } from '../../domain/case/case.ts';
import { certificateDefinition } from '../../domain/certificate/certificate.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import { paperKey } from '../../ports/archive.ts';
import type { WrittenVersion } from '../../ports/relay-store.ts';
import { minutesBefore } from '../upkeep/minutes-before.ts';
import type { Activating, StepWork } from './activating.ts';
import { askForFile } from './ask-for-file.ts';
import { afterStep, counted } from './progress.ts';
import { BEFORE_HEALTHY_MINUTES } from './publish-again.ts';
import { walkLog } from './walk-log.ts';

/**
 * Files that records name and that had not been copied here when the other region was lost: those of the days that were
 * published again, since copying takes minutes. An upload is asked for again, at no cost to the applicant's time; a
 * certificate or a filed paper is listed for a person.
 */
export const findFiles: StepWork = async (activating, progress) => {
  const { cursor: from, ...rest } = progress;
  const missing = new Set(progress.missing);
  let looked = 0;
  let asked = 0;
  const span = {
    from: minutesBefore(progress.healthyAt, BEFORE_HEALTHY_MINUTES),
    until: progress.stepStartedAt,
  };
  const cursor = await walkLog(activating, { ...span, ...(from && { cursor: from }) }, async (written) => {
    const found = await missingOf(activating, written);
    if (found === undefined) return;
    looked += 1;
    for (const fileId of found.uploads) {
      missing.add(`document ${written.id} ${fileId}`);
      if (await askForFile(activating, written.id, fileId, activating.clock())) asked += 1;
    }
    for (const key of found.papers) missing.add(`filed ${key}`);
  });
  const counts = {
    filesLookedAt: looked,
    filesMissing: missing.size - progress.missing.length,
    filesAskedFor: asked,
  };
  const after = { ...counted(rest, counts), missing: [...missing] };
  if (cursor !== undefined) return { progress: { ...after, cursor } };
  return { progress: afterStep(after, activating.clock(), { ok: true }) };
};

/** What a version put into a bucket and is not here; nothing where it put nothing there. */
async function missingOf(activating: Activating, written: WrittenVersion) {
  const { kind, id, eventType } = written;
  if (kind === 'case' && eventType === 'document-uploaded')
    return { uploads: await uploadsMissing(activating, id), papers: [] };
  const key = await paperOf(activating, written);
  if (key === undefined) return undefined;
  await activating.pace();
  return { uploads: [], papers: (await activating.copies.hasFiled(key)) ? [] : [key] };
}

async function uploadsMissing(
  { store, copies, pace }: Activating,
  caseId: string,
): Promise<readonly string[]> {
  const kept = await store.newest({ kind: 'case', id: caseId });
  if (kept === undefined) return [];
  const missing: string[] = [];
  for (const { fileId, scan } of readClearState(caseDefinition, kept.newest).state.files) {
    await pace();
    if (scan === 'clean' && !(await copies.hasDocument({ caseId, fileId }))) missing.push(fileId);
    if (scan === 'checking' && !(await copies.hasUpload({ caseId, fileId }))) missing.push(fileId);
  }
  return missing;
}

async function paperOf(
  { store }: Activating,
  { kind, id, eventType }: WrittenVersion,
): Promise<string | undefined> {
  const isPaper =
    (kind === 'case' && eventType === 'archived') || (kind === 'certificate' && eventType === 'issued');
  const kept = isPaper ? await store.newest({ kind, id }) : undefined;
  if (kept === undefined) return undefined;
  if (kind === 'certificate') return readClearState(certificateDefinition, kept.newest).state.pdfKey;
  const { state } = readClearState(caseDefinition, kept.newest);
  return state.status === 'archived' ? paperKey(id, 'manifest', state.manifestSha256, 'txt') : undefined;
}
