import { turnOf } from '../../domain/case/stage.ts';
import type { Outcome } from '../../domain/case/state.ts';
import { CASE_STATUSES, OUTCOMES } from '../../domain/case/state.ts';
import { listOwnCases } from '../../http/contract/applications.ts';
import { route } from '../../http/route.ts';
import type { ListedRecord } from '../../ports/record-lists.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import type { Applications } from './routes.ts';

const CASES_A_PAGE = 20;

export function listOwnCasesRoute(applications: Applications) {
  return route(listOwnCases, async ({ query: { cursor }, now }, login) => {
    const { personId } = await identifyCustomer(applications, login, now);
    const page = { limit: CASES_A_PAGE, ...(cursor !== undefined && { cursor }) };
    const found = await applications.lists.ofPerson(personId, page);
    const cases = found.records.filter(({ kind }) => kind === 'case');
    const items = await Promise.all(cases.map((one) => line(applications, one)));
    return { answer: { items, ...(found.cursor !== undefined && { cursor: found.cursor }) } };
  });
}

async function line({ references }: Applications, { id, card }: ListedRecord) {
  const service = String(card.service);
  const inForce = await references.serviceInForce(service);
  const status = CASE_STATUSES.find((one) => one === card.status) ?? 'draft';
  const outcome: Outcome | undefined = OUTCOMES.find((one) => one === card.outcome);
  const name = inForce?.service.names ?? { 'zh-Hant': service, 'zh-Hans': service, en: service };
  return {
    caseId: id,
    service: { id: service, name },
    status,
    ...(outcome !== undefined && { outcome }),
    whoseTurn: turnOf({ status }),
    ...(typeof card.receiptNumber === 'string' && { receiptNumber: card.receiptNumber }),
    at: String(card.submittedAt ?? card.changedAt ?? ''),
    ...(typeof card.dueAt === 'string' && { dueDate: card.dueAt.slice(0, 10) }),
  };
}
