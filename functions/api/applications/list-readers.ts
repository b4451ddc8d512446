import { caseDefinition } from '../../domain/case/case.ts';
import type { Language } from '../../domain/language.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { listReaders } from '../../http/contract/applications.ts';
import { route } from '../../http/route.ts';
import type { AccessEntry } from '../../ports/record-store.ts';
import { mayReadCase } from '../../use-cases/cases/case-access.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import { loadRecord } from '../../use-cases/record/load-record.ts';
import { hasWords } from '../../words/catalogue.ts';
import { speak } from '../../words/speak.ts';
import type { Applications } from './routes.ts';

/** Who looked at my file: colleagues by what they are, not by name. [7.2.3] */
export function listReadersRoute(applications: Applications) {
  return route(listReaders, async ({ params: { caseId }, query: { cursor }, now, language }, login) => {
    const { asker } = await identifyCustomer(applications, login, now);
    const loaded = await loadRecord(applications.kernel, caseDefinition, caseId);
    if (loaded === undefined || !(await mayReadCase(applications, loaded.version, asker, now)))
      return NOT_FOUND;
    const { entries, before } = await applications.access.accesses({ kind: 'case', id: caseId }, cursor);
    const words = speak(language);
    const items = entries.map(({ at, by, what }) => {
      return { at, who: readerInWords(by, language), role: by.kind, purpose: words(`reading.${what}`) };
    });
    return { answer: { items, ...(before !== undefined && { cursor: before }) } };
  });
}

/** A colleague by the offices they held when they read; a person's own id is nobody's business. */
function readerInWords({ kind, office }: AccessEntry['by'], language: Language): string {
  const words = speak(language);
  const roles = (office?.roles ?? []).map((role) =>
    words(hasWords(`role.${role}`) ? `role.${role}` : 'reader.staff'),
  );
  if (kind !== 'staff' || roles.length === 0) return words(`reader.${kind}`);
  return words('reader.office', { roles: roles.join(language === 'en' ? ', ' : '、') });
}
