import { caseDefinition } from '../../domain/case/case.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { offerUpload } from '../../http/contract/files.ts';
import { route } from '../../http/route.ts';
import { mayReadCase } from '../../use-cases/cases/case-access.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import { loadRecord } from '../../use-cases/record/load-record.ts';
import type { Files } from './routes.ts';

/** Offers one upload into quarantine. What it is travels sealed with it, so that nobody can confirm another's file. */
export function offerUploadRoute(files: Files) {
  return route(offerUpload, async ({ params: { caseId }, body, now }, login) => {
    const { asker } = await identifyCustomer(files, login, now);
    const loaded = await loadRecord(files.kernel, caseDefinition, caseId);
    if (loaded === undefined || !(await mayReadCase(files, loaded.version, asker, now))) return NOT_FOUND;
    const { service } = await files.references.ofCase(loaded.version.state);
    const document = service.documents.find(({ id }) => id === body.documentId);
    if (document === undefined) return { refusal: { kind: 'unknown-document' } };
    const { documentId, fileName, mediaType, bytes, sha256 } = body;
    if (!document.mediaTypes.some((type) => type === mediaType))
      return { refusal: { kind: 'file-wrong-type' } };
    if (bytes < 1) return { refusal: { kind: 'file-empty' } };
    const mostBytes = document.maxBytes;
    if (bytes > mostBytes) return { refusal: { kind: 'file-too-large', facts: { mostBytes } } };
    const fileId = files.newId();
    const sealed = loaded.key?.seal(
      { part: 'upload', fileId },
      JSON.stringify({ documentId, fileName, mediaType }),
    );
    const note = Buffer.from(sealed ?? []).toString('base64url');
    const offer = await files.documents.offerUpload({ caseId, fileId, mediaType, bytes, sha256, note });
    return { answer: { fileId, url: offer.url, fields: { ...offer.fields } } };
  });
}
