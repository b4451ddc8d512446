import { readCursor, writeCursor } from '../../../functions/adapters/dynamodb/cursor.ts';
import type { HeadItem } from '../../../functions/domain/record/head.ts';
import type { ListPage, PageOf, RecordLists } from '../../../functions/ports/record-lists.ts';
import type { MemoryRecordStore } from '../fakes/memory-record-store.ts';

interface Listed {
  readonly item: HeadItem;
  readonly sort: string;
}

/** The lists of the table in memory: each reads every head, which only a test may. */
export class MemoryLists implements RecordLists {
  readonly #store: MemoryRecordStore;

  constructor(store: MemoryRecordStore) {
    this.#store = store;
  }

  async queue(hall: string, queue: string, page: PageOf): Promise<ListPage> {
    const waiting = this.#listed(({ head }) =>
      head.queue?.hall === hall && head.queue.queue === queue ? head.queue.sort : undefined,
    );
    return pageOf(waiting, page);
  }

  async ofPerson(personId: string, page: PageOf): Promise<ListPage> {
    const own = this.#listed(({ head: { belongsTo } }) =>
      belongsTo?.personId === personId ? belongsTo.sort : undefined,
    );
    return pageOf(own.reverse(), page, true);
  }

  async onDesk(personId: string, page: PageOf): Promise<ListPage> {
    const mine = this.#listed(({ head: { assignedTo } }) =>
      assignedTo?.personId === personId ? assignedTo.sort : undefined,
    );
    return pageOf(mine, page);
  }

  async find(field: string, value: string, page: PageOf): Promise<ListPage> {
    const found = this.#listed(({ head: { finders = [] } }) =>
      finders.some((one) => one.field === field && one.value === value) ? '' : undefined,
    );
    return pageOf(found, page);
  }

  #listed(sortOf: (item: HeadItem) => string | undefined): Listed[] {
    return [...this.#store.heads.values()]
      .flatMap((item) => {
        const sort = sortOf(item);
        return sort === undefined ? [] : [{ item, sort: `${sort}#${item.kind}#${item.id}` }];
      })
      .sort((one, other) => (one.sort < other.sort ? -1 : 1));
  }
}

function pageOf(listed: readonly Listed[], { limit, cursor }: PageOf, newestFirst = false): ListPage {
  const from = cursor === undefined ? undefined : readCursor(cursor);
  const left = listed.filter(({ sort }) => from === undefined || (newestFirst ? sort < from : sort > from));
  const shown = left.slice(0, limit);
  const records = shown.map(({ item: { kind, id, version, head } }) => ({
    kind,
    id,
    version,
    card: head.card,
  }));
  const last = shown.at(-1);
  return left.length > limit && last !== undefined
    ? { records, cursor: writeCursor(last.sort) }
    : { records };
}
