import type { Colleagues } from '../../ports/colleagues.ts';
import type { Logins } from '../../ports/logins.ts';
import type { BlindIndex } from '../../ports/record-keys.ts';
import type { Proofs } from '../../ports/transient.ts';
import type { CaseAccess } from '../../use-cases/cases/case-access.ts';
import { giveCaseCommandRoute } from './give-case-command.ts';
import { listQueueRoute } from './list-queue.ts';
import { readCaseRoute } from './read-case.ts';
import { readHistoryRoute } from './read-history.ts';
import { searchCasesRoute } from './search-cases.ts';

export interface StaffCases extends CaseAccess {
  readonly logins: Logins;
  readonly colleagues: Colleagues;
  readonly blindIndex: BlindIndex;
  readonly proofs: Proofs;
}

/** What colleagues do with the cases of their hall. */
export function caseRoutes(cases: StaffCases) {
  return [
    listQueueRoute(cases),
    searchCasesRoute(cases),
    readCaseRoute(cases),
    readHistoryRoute(cases),
    giveCaseCommandRoute(cases),
  ];
}
