import type { Applications } from '../../container/applications.ts';
import { beginApplicationRoute } from './begin-application.ts';
import { giveOwnCommandRoute } from './give-own-command.ts';
import { listOwnCasesRoute } from './list-own-cases.ts';
import { listReadersRoute } from './list-readers.ts';
import { readMeRoute } from './read-me.ts';
import { readOwnCaseRoute } from './read-own-case.ts';
import { saveDraftRoute } from './save-draft.ts';

/** A customer's own applications. */
export function applicationRoutes(applications: Applications) {
  return [
    readMeRoute(applications),
    listOwnCasesRoute(applications),
    beginApplicationRoute(applications),
    readOwnCaseRoute(applications),
    saveDraftRoute(applications),
    giveOwnCommandRoute(applications),
    listReadersRoute(applications),
  ];
}
