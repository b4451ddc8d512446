import { caseDefinition } from '../../domain/case/case.ts';
import { mayRead } from '../../domain/permissions.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import { NOT_FOUND } from '../../http/answers.ts';
import { openPapers } from '../../http/contract/archive.ts';
import { route } from '../../http/route.ts';
import { papersOf } from '../../ports/archive.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import type { ArchiveDesk } from './routes.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain',
};

/**
 * The archivist opens filed papers. The reason is put on record before any link exists; the links hold for a minute, and
 * the page shows what they lead to under a watermark and offers no download. [6.4.2]
 */
export function openPapersRoute(desk: ArchiveDesk) {
  return route(openPapers, async ({ params: { caseId }, body: { reason }, now }, login) => {
    const who = await identifyColleague(desk, login, now, true);
    if (isRefusal(who)) return { refusal: who };
    const kept = await desk.store.newest({ kind: 'case', id: caseId });
    const read = kept && readClearState(caseDefinition, kept.newest);
    if (read === undefined || !mayRead(who.asker, read)) return NOT_FOUND;
    if (read.state.status !== 'archived') return { refusal: { kind: 'not-filed' } };
    const accessId = desk.newId();
    const { hall, roles } = who.asker;
    const by = { kind: who.actor.kind, id: who.actor.id, office: { hall, roles } };
    const entry = { accessId, at: now, by, why: reason };
    const note = (what: string) => desk.access.recordAccess({ kind: 'case', id: caseId }, { ...entry, what });
    if (!who.session.roles.includes('archivist')) {
      await note('refused-archived-papers');
      return { refusal: { kind: 'not-permitted', facts: { command: 'open-papers' } } };
    }
    await note('archived-papers');
    const papers = await desk.archive.papers(caseId);
    const shown = papers.map(async (paper) => ({
      name: nameOf(paper.key, caseId),
      bytes: paper.bytes,
      mediaType: MEDIA_TYPES[paper.key.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      url: await desk.archive.link(paper),
    }));
    const watermark = `${who.session.personId} · ${now.slice(0, 16)}Z · ${accessId}`;
    return { answer: { papers: await Promise.all(shown), watermark } };
  });
}

/** The name without the case before it and the hash behind it. */
function nameOf(key: string, caseId: string): string {
  return key.slice(papersOf(caseId).length).replace(/-[0-9a-f]{64}(?=\.)/, '');
}
