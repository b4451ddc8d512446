import { listDueForDestruction } from '../../http/contract/archive.ts';
import { isHiddenFrom, listed } from '../../http/listed.ts';
import { route } from '../../http/route.ts';
import { isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { identifyForLists } from './identify-for-lists.ts';
import type { ArchiveDesk } from './routes.ts';

const CASES_A_PAGE = 25;

/** The queue runs by the day of each case: it ends for us where the days are still to come. */
export function listDueRoute(desk: ArchiveDesk) {
  return route(listDueForDestruction, async ({ query: { cursor }, now }, login) => {
    const who = await identifyForLists(desk, login, now);
    if (isRefusal(who)) return { refusal: who };
    const page = { limit: CASES_A_PAGE, ...(cursor !== undefined && { cursor }) };
    const found = await desk.lists.queue(who.session.hall, 'retention', page);
    const due = found.records.filter(({ card }) => String(card.dueAt) <= now.slice(0, 10));
    const items = due.filter((one) => !isHiddenFrom(one, who.session.personId)).map(listed);
    const goesOn = found.cursor !== undefined && due.length === found.records.length;
    return { answer: { items, ...(goesOn && { cursor: found.cursor }) } };
  });
}
