import type { Logins } from '../../ports/logins.ts';
import type { CaseAccess } from '../../use-cases/cases/case-access.ts';
import type { Submitting } from '../../use-cases/cases/submission.ts';
import { beginApplicationRoute } from './begin-application.ts';
import { giveOwnCommandRoute } from './give-own-command.ts';
import { listOwnCasesRoute } from './list-own-cases.ts';
import { listReadersRoute } from './list-readers.ts';
import { readMeRoute } from './read-me.ts';
import { readOwnCaseRoute } from './read-own-case.ts';
import { saveDraftRoute } from './save-draft.ts';

export interface Applications extends CaseAccess, Submitting {
  readonly logins: Logins;
  /** The hall new applications go to. */
  readonly hall: string;
  /** Uploads are checked by content only: no scanner is configured. */
  readonly contentChecked: boolean;
}

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
