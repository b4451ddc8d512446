import { listQueue } from '../../http/contract/cases.ts';
import { route } from '../../http/route.ts';
import type { ListedRecord } from '../../ports/record-lists.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import type { StaffCases } from './routes.ts';

const CASES_A_PAGE = 25;

/** My desk or a queue of my hall, most urgent first, masked. */
export function listQueueRoute(cases: StaffCases) {
  return route(listQueue, async ({ params: { queue }, query: { cursor }, now }, login) => {
    const who = await identifyColleague(cases, login, now, true);
    if (isRefusal(who)) return { refusal: who };
    const page = { limit: CASES_A_PAGE, ...(cursor !== undefined && { cursor }) };
    const { personId, hall } = who.session;
    const found =
      queue === 'mine'
        ? await cases.lists.onDesk(personId, page)
        : await cases.lists.queue(hall, queue, page);
    const items = found.records.map(listed);
    return { answer: { items, ...(found.cursor !== undefined && { cursor: found.cursor }) } };
  });
}

export function listed({ id, version, card }: ListedRecord) {
  return { caseId: id, version, card: { ...card } };
}
