import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { RECORD_KINDS, type RecordRef } from '../../domain/record/version.ts';
import type { ListedRecord, ListPage, PageOf, RecordLists } from '../../ports/record-lists.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { QueueShards } from './head-item.ts';
import * as keys from './keys.ts';

const ref = z.object({ kind: z.enum(RECORD_KINDS), id: z.string() });

const listedItem = z.object({
  ...ref.shape,
  version: z.int(),
  card: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** A batch is answered in part when the table is busy; what is left is asked for again, or a search would miss it. */
const MOST_TRIES = 5;
const PAUSE_MS = 20;

interface IndexQuery {
  readonly index: 'gsi1' | 'gsi2' | 'gsi3' | 'gsi6';
  readonly key: string;
  readonly newestFirst?: boolean;
}

/** Lists by index; a queue of several shards is merged by its sort key, one query a shard. */
export class DynamoDbRecordLists implements RecordLists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #queueShards: QueueShards;

  constructor(client: DynamoDBDocumentClient, table: string, queueShards: QueueShards = () => 1) {
    this.#client = client;
    this.#table = table;
    this.#queueShards = queueShards;
  }

  async queue(hall: string, queue: string, page: PageOf): Promise<ListPage> {
    const shards = Array.from({ length: this.#queueShards(hall) }, (_, shard) =>
      keys.queueKey(hall, queue, shard),
    );
    const pages = await Promise.all(shards.map((key) => this.#query({ index: 'gsi1', key }, page)));
    return pageOf(
      pages.flatMap(({ items }) => items).sort((one, other) => (one.sort < other.sort ? -1 : 1)),
      pages.some(({ more }) => more),
      page,
    );
  }

  async ofPerson(personId: string, page: PageOf): Promise<ListPage> {
    return this.#list({ index: 'gsi2', key: keys.personKey(personId), newestFirst: true }, page);
  }

  async onDesk(personId: string, page: PageOf): Promise<ListPage> {
    return this.#list({ index: 'gsi6', key: keys.deskKey(personId) }, page);
  }

  async find(field: string, value: string, page: PageOf): Promise<ListPage> {
    const found = await this.#query({ index: 'gsi3', key: keys.finderIndexKey(field, value) }, page);
    const refs = found.items.map(({ item }) => ref.parse(item));
    const heads = refs.length === 0 ? [] : await this.#heads(refs);
    const cursor = pageOf(found.items, found.more, page).cursor;
    return { records: heads, ...(cursor === undefined ? {} : { cursor }) };
  }

  async #list(query: IndexQuery, page: PageOf): Promise<ListPage> {
    const { items, more } = await this.#query(query, page);
    return pageOf(items, more, page);
  }

  async #query({ index, key, newestFirst = false }: IndexQuery, { limit, cursor }: PageOf) {
    const from = cursor === undefined ? undefined : readCursor(cursor);
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: index,
        KeyConditionExpression:
          from === undefined ? '#pk = :pk' : `#pk = :pk AND #sk ${newestFirst ? '<' : '>'} :from`,
        ExpressionAttributeNames: { '#pk': `${index}pk`, ...(from !== undefined && { '#sk': `${index}sk` }) },
        ExpressionAttributeValues: { ':pk': key, ...(from !== undefined && { ':from': from }) },
        ScanIndexForward: !newestFirst,
        Limit: limit,
      }),
    );
    const items = Items.map((item) => ({ item, sort: String(item[`${index}sk`]) }));
    return { items, more: LastEvaluatedKey !== undefined };
  }

  async #heads(refs: readonly RecordRef[]): Promise<readonly ListedRecord[]> {
    const found: unknown[] = [];
    let left: Record<string, unknown>[] = refs.map((one) => ({
      pk: keys.recordKey(one),
      sk: keys.SORT_KEY.head,
    }));
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === MOST_TRIES) throw new Error(`The table gave ${left.length} heads too few`);
      if (tries > 0) await pause(PAUSE_MS * 2 ** tries);
      const { Responses, UnprocessedKeys } = await this.#client.send(
        new BatchGetCommand({ RequestItems: { [this.#table]: { Keys: left } } }),
      );
      found.push(...(Responses?.[this.#table] ?? []));
      left = UnprocessedKeys?.[this.#table]?.Keys ?? [];
    }
    return found.map((item) => listedItem.parse(item));
  }
}

function pageOf(
  items: readonly { readonly item: unknown; readonly sort: string }[],
  more: boolean,
  { limit }: PageOf,
): ListPage {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const records = shown.flatMap(({ item }) => {
    const parsed = listedItem.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
  const further = more || items.length > limit;
  return further && last !== undefined ? { records, cursor: writeCursor(last.sort) } : { records };
}
