import { caseDefinition } from '../../domain/case/case.ts';
import { expiryRefusal } from '../../domain/case/draft-expiry.ts';
import type { Answers } from '../../domain/catalogue/answers.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { saveDraft } from '../../http/contract/applications.ts';
import { route } from '../../http/route.ts';
import { mayReadCase } from '../../use-cases/cases/case-access.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import { loadRecord } from '../../use-cases/record/load-record.ts';
import type { Applications } from './routes.ts';

/** Keeps the sealed working copy under its own revision: no version, no event. A case handed in says so. [3.2.1] */
export function saveDraftRoute(applications: Applications) {
  return route(saveDraft, async ({ params: { caseId }, body: { revision, answers }, now }, login) => {
    const { asker } = await identifyCustomer(applications, login, now);
    const loaded = await loadRecord(applications.kernel, caseDefinition, caseId);
    if (loaded === undefined || !(await mayReadCase(applications, loaded.version, asker, now)))
      return NOT_FOUND;
    if (loaded.version.state.status !== 'draft') return { refusal: { kind: 'already-submitted' } };
    const expired = expiryRefusal(loaded.version.state, now);
    if (expired !== undefined) return { refusal: expired };
    const sealed = loaded.key?.seal({ part: 'draft', revision }, JSON.stringify(answers));
    if (sealed === undefined) throw new Error('A draft without a data key');
    const kept = await applications.drafts.keepDraft(
      { kind: 'case', id: caseId },
      { revision, savedAt: now, sealed },
    );
    if (kept) return { answer: { revision, savedAt: now } };
    const savedAt = await sameCopySavedAt(applications, loaded, { revision, answers });
    return savedAt === undefined
      ? { refusal: { kind: 'draft-changed-meanwhile' } }
      : { answer: { revision, savedAt } };
  });
}

/** When this very copy was kept: by a request that was never answered, or by one the client library repeated. */
async function sameCopySavedAt(
  { drafts }: Applications,
  { version: { id }, key }: NonNullable<Awaited<ReturnType<typeof loadRecord>>>,
  sent: { readonly revision: number; readonly answers: Answers },
): Promise<string | undefined> {
  const standing = await drafts.draft({ kind: 'case', id });
  if (standing === undefined || standing.revision !== sent.revision) return undefined;
  const text = key?.open({ part: 'draft', revision: standing.revision }, standing.sealed);
  return text === JSON.stringify(sent.answers) ? standing.savedAt : undefined;
}
