import { queuesOf } from '../../domain/permissions.ts';
import { listQueue } from '../../http/contract/cases.ts';
import { isHiddenFrom, listed } from '../../http/listed.ts';
import { route } from '../../http/route.ts';
import { identifyColleague, isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import type { StaffCases } from './routes.ts';

const CASES_A_PAGE = 25;

/** My desk, or a queue of my roles and my hall, most urgent first, masked. */
export function listQueueRoute(cases: StaffCases) {
  return route(listQueue, async ({ params: { queue }, query: { cursor }, now }, login) => {
    const who = await identifyColleague(cases, login, now, true);
    if (isRefusal(who)) return { refusal: who };
    const { roles } = who.session;
    if (queue !== 'mine' && !queuesOf(roles).includes(queue)) return { refusal: { kind: 'not-permitted' } };
    const page = { limit: CASES_A_PAGE, ...(cursor !== undefined && { cursor }) };
    const { personId, hall } = who.session;
    const found =
      queue === 'mine'
        ? await cases.lists.onDesk(personId, page)
        : await cases.lists.queue(hall, queue, page);
    const items = found.records.filter((one) => !isHiddenFrom(one, personId)).map(listed);
    return { answer: { items, ...(found.cursor !== undefined && { cursor: found.cursor }) } };
  });
}
