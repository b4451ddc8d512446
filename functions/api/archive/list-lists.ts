import { listDestructionLists } from '../../http/contract/archive.ts';
import { route } from '../../http/route.ts';
import { isRefusal } from '../../use-cases/identity/identify-colleague.ts';
import { identifyForLists } from './identify-for-lists.ts';
import type { ArchiveDesk } from './routes.ts';

const LISTS_A_PAGE = 25;

export function listListsRoute(desk: ArchiveDesk) {
  return route(listDestructionLists, async ({ query: { cursor }, now }, login) => {
    const who = await identifyForLists(desk, login, now);
    if (isRefusal(who)) return { refusal: who };
    const page = { limit: LISTS_A_PAGE, ...(cursor !== undefined && { cursor }) };
    const found = await desk.lists.queue(who.session.hall, 'destruction-lists', page);
    const items = found.records.map(({ id, version, card }) => ({ listId: id, version, card: { ...card } }));
    return { answer: { items, ...(found.cursor !== undefined && { cursor: found.cursor }) } };
  });
}
