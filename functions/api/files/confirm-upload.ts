import { caseDefinition } from '../../domain/case/case.ts';
import { NOT_FOUND, refusedFields } from '../../http/answers.ts';
import { confirmUpload } from '../../http/contract/files.ts';
import { route } from '../../http/route.ts';
import type { RecordKey } from '../../ports/record-keys.ts';
import { mayReadCase } from '../../use-cases/cases/case-access.ts';
import { giveCaseCommand } from '../../use-cases/cases/give-case-command.ts';
import { uploadNote } from '../../use-cases/cases/submission.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import { loadRecord } from '../../use-cases/record/load-record.ts';
import type { Files } from './routes.ts';

/** The file has arrived: pins the version that arrived and asks for its inspection; twice is once. */
export function confirmUploadRoute(files: Files) {
  return route(confirmUpload, async ({ params: { caseId, fileId }, now, language }, login) => {
    const customer = await identifyCustomer(files, login, now);
    const loaded = await loadRecord(files.kernel, caseDefinition, caseId);
    if (loaded === undefined || !(await mayReadCase(files, loaded.version, customer.asker, now)))
      return NOT_FOUND;
    const arrived = await files.documents.arrived({ caseId, fileId });
    if (arrived === undefined || loaded.key === undefined) return { refusal: { kind: 'file-not-arrived' } };
    const { bytes, objectVersion, note } = arrived;
    const file = noteOf(loaded.key, fileId, note);
    if (file === undefined) return { refusal: { kind: 'file-not-arrived' } };
    const answer = await giveCaseCommand(files, {
      caseId,
      command: { type: 'record-upload', fileId, bytes, objectVersion, ...file },
      ...customer,
      key: `upload/${fileId}`,
      now,
    });
    if (!answer.done) return refusedFields(answer.refusal, language);
    return { answer: { version: answer.record.version.version } };
  });
}

/** What we sealed when we offered the upload; of another file or another case it does not open, and nothing has arrived. */
function noteOf(key: RecordKey, fileId: string, note: string) {
  const sealed = new Uint8Array(Buffer.from(note, 'base64url'));
  try {
    return uploadNote.parse(JSON.parse(key.open({ part: 'upload', fileId }, sealed)));
  } catch {
    return undefined;
  }
}
