import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { RECORD_KINDS } from '../../domain/record/version.ts';
import type { LeftOvers, PageOfWork } from '../../ports/relay-store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import * as keys from './keys.ts';

const ref = z.object({ kind: z.enum(RECORD_KINDS), id: z.string() });
const openCase = z.object({ ...ref.shape, gsi6sk: z.string() });
const versionRef = z.object({
  ...ref.shape,
  epoch: z.int(),
  version: z.int(),
  eventType: z.exactOptional(z.string()),
});
const named = z.object({ id: z.string() });
const checkpoint = z.object({ at: z.string() });

const PAGE = 50;

export class DynamoDbLeftOvers implements LeftOvers {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async unsent(olderThan: string, page?: string) {
    return this.#work('UNSENT', olderThan, page, (item) => named.parse(item).id);
  }

  async openFollowUps(olderThan: string, page?: string) {
    return this.#work('OPEN', olderThan, page, (item) => named.parse(item).id);
  }

  async withoutToken(olderThan: string, page?: string) {
    return this.#work('NOTOKEN', olderThan, page, (item) => {
      const { kind, id, gsi6sk } = openCase.parse(item);
      return { kind, id, since: gsi6sk.split('#')[0] ?? '' };
    });
  }

  async withToken(page?: string) {
    return this.#work('TOKEN', '~', page, (item) => ref.parse(item));
  }

  async due(until: string, page?: string) {
    const shards = { index: 'gsi5', keyOf: keys.dueKey, shards: keys.DUE_SHARDS } as const;
    return this.#sharded(shards, `${until}~`, page, (item) => ref.parse(item));
  }

  async written(
    { from, until }: { readonly from: string; readonly until: string },
    shard: number,
    page?: string,
  ) {
    const start = page === undefined ? from : readCursor(page);
    const { items, last } = await this.#query('gsi4', keys.logKey(from, shard), until, start);
    const versions = items.map((item) => versionRef.parse(item));
    return { items: versions, ...(last !== undefined && { next: writeCursor(last) }) };
  }

  async checkpoint(job: string): Promise<string | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { pk: keys.jobKey(job), sk: keys.SORT_KEY.checkpoint },
        ConsistentRead: true,
      }),
    );
    return Item && checkpoint.parse(Item).at;
  }

  async keepCheckpoint(job: string, at: string): Promise<void> {
    await this.#client.send(
      new PutCommand({
        TableName: this.#table,
        Item: { pk: keys.jobKey(job), sk: keys.SORT_KEY.checkpoint, at },
      }),
    );
  }

  async #work<Item>(
    list: keys.WorkList,
    olderThan: string,
    page: string | undefined,
    read: (item: unknown) => Item,
  ): Promise<PageOfWork<Item>> {
    const keyOf = (shard: number) => keys.workKey(list, shard);
    return this.#sharded({ index: 'gsi6', keyOf, shards: keys.WORK_SHARDS }, olderThan, page, read);
  }

  /** Shard after shard; a page never spans two of them. */
  async #sharded<Item>(
    { index, keyOf, shards }: Sharded,
    until: string,
    page: string | undefined,
    read: (item: unknown) => Item,
  ): Promise<PageOfWork<Item>> {
    const [shard = 0, from] = page === undefined ? [] : readPage(page);
    const { items, last } = await this.#query(index, keyOf(shard), until, from);
    const next = nextPage(shard, shards, last);
    return { items: items.map((item) => read(item)), ...(next !== undefined && { next }) };
  }

  async #query(index: 'gsi4' | 'gsi5' | 'gsi6', key: string, until: string, from = '!') {
    if (from > until) return { items: [] };
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: index,
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :until',
        ExpressionAttributeNames: { '#pk': `${index}pk`, '#sk': `${index}sk` },
        ExpressionAttributeValues: { ':pk': key, ':from': from, ':until': until },
        Limit: PAGE,
      }),
    );
    const last: unknown = Items.at(-1)?.[`${index}sk`];
    return {
      items: Items,
      ...(LastEvaluatedKey !== undefined && typeof last === 'string' && { last: `${last}!` }),
    };
  }
}

interface Sharded {
  readonly index: 'gsi5' | 'gsi6';
  readonly keyOf: (shard: number) => string;
  readonly shards: number;
}

function readPage(page: string): [number, string | undefined] {
  const [shard = '0', ...sort] = readCursor(page).split('|');
  const from = sort.join('|');
  return [Number(shard), from === '' ? undefined : from];
}

function nextPage(shard: number, shards: number, last: string | undefined): string | undefined {
  if (last !== undefined) return writeCursor(`${shard}|${last}`);
  return shard + 1 < shards ? writeCursor(`${shard + 1}|`) : undefined;
}
