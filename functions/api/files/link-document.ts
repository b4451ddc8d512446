import { NOT_FOUND } from '../../http/answers.ts';
import { linkDocument } from '../../http/contract/files.ts';
import { route } from '../../http/route.ts';
import { openCase } from '../../use-cases/cases/case-access.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import type { Files } from './routes.ts';

/** A link to a document for a minute; what was not found clean is never opened by staff. */
export function linkDocumentRoute(files: Files) {
  return route(linkDocument, async ({ params: { caseId, fileId }, now }, login) => {
    const who = await identifyColleague(files, login, now, true);
    if (isRefusal(who)) return { refusal: who };
    const opened = await openCase(files, caseId, who, 'document-link', now);
    const file = opened?.current.state.files.find((one) => one.fileId === fileId);
    if (opened === undefined || file === undefined) return NOT_FOUND;
    if (file.scan !== 'clean') return { refusal: { kind: 'no-clean-file' } };
    const name = opened.current.personal.fileNames[fileId] ?? fileId;
    return { answer: { url: await files.documents.link({ caseId, ...file }, name) } };
  });
}
