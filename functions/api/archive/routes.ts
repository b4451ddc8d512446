import type { ArchiveReader } from '../../ports/archive.ts';
import type { Colleagues } from '../../ports/colleagues.ts';
import type { Logins } from '../../ports/logins.ts';
import type { CaseAccess } from '../../use-cases/cases/case-access.ts';
import { draftListRoute } from './draft-list.ts';
import { giveListCommandRoute } from './give-list-command.ts';
import { listDueRoute } from './list-due.ts';
import { listListsRoute } from './list-lists.ts';
import { openPapersRoute } from './open-papers.ts';
import { readListRoute } from './read-list.ts';

export interface ArchiveDesk extends CaseAccess {
  readonly logins: Logins;
  readonly colleagues: Colleagues;
  readonly archive: ArchiveReader;
}

/** The archivist's routes: the one function that reads the archive, and the lists by which anything in it is destroyed. */
export function archiveRoutes(desk: ArchiveDesk) {
  return [
    listDueRoute(desk),
    listListsRoute(desk),
    draftListRoute(desk),
    readListRoute(desk),
    giveListCommandRoute(desk),
    openPapersRoute(desk),
  ];
}
