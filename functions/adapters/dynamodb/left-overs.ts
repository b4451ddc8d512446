import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { RECORD_KINDS, type RecordRef } from '../../domain/record/version.ts';
import type { LeftOvers } from '../../ports/relay-store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import * as keys from './keys.ts';

const ref = z.object({ kind: z.enum(RECORD_KINDS), id: z.string() });
const versionRef = z.object({ ...ref.shape, epoch: z.int(), version: z.int() });
const named = z.object({ id: z.string() });
const checkpoint = z.object({ at: z.string() });

/** At most so many a list and round: the rest waits for the next round. */
const MOST_A_ROUND = 50;

export class DynamoDbLeftOvers implements LeftOvers {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async unsent(olderThan: string): Promise<readonly string[]> {
    return (await this.#work('UNSENT', olderThan)).map((item) => named.parse(item).id);
  }

  async openFollowUps(olderThan: string): Promise<readonly string[]> {
    return (await this.#work('OPEN', olderThan)).map((item) => named.parse(item).id);
  }

  async withoutToken(olderThan: string): Promise<readonly RecordRef[]> {
    return (await this.#work('NOTOKEN', olderThan)).map((item) => ref.parse(item));
  }

  async due(until: string, page?: string) {
    const [shard = 0, from] = page === undefined ? [] : readPage(page);
    const { items, last } = await this.#query('gsi5', keys.dueKey(shard), `${until}~`, from);
    const refs = items.map((item) => ref.parse(item));
    const next = nextPage(shard, keys.DUE_SHARDS, last);
    return { refs, ...(next !== undefined && { next }) };
  }

  async written(hour: string, shard: number, page?: string) {
    const from = page === undefined ? undefined : readCursor(page);
    const { items, last } = await this.#query('gsi4', keys.logKey(`${hour}:`, shard), '~', from);
    const versions = items.map((item) => versionRef.parse(item));
    return { versions, ...(last !== undefined && { next: writeCursor(last) }) };
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

  async #work(list: keys.WorkList, olderThan: string): Promise<readonly unknown[]> {
    const shards = Array.from({ length: keys.WORK_SHARDS }, (_, shard) => keys.workKey(list, shard));
    const pages = await Promise.all(shards.map((key) => this.#query('gsi6', key, olderThan)));
    return pages.flatMap(({ items }) => items).slice(0, MOST_A_ROUND);
  }

  async #query(index: 'gsi4' | 'gsi5' | 'gsi6', key: string, until: string, from = '!') {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: index,
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :until',
        ExpressionAttributeNames: { '#pk': `${index}pk`, '#sk': `${index}sk` },
        ExpressionAttributeValues: { ':pk': key, ':from': from, ':until': until },
        Limit: MOST_A_ROUND,
      }),
    );
    const last: unknown = Items.at(-1)?.[`${index}sk`];
    return {
      items: Items,
      ...(LastEvaluatedKey !== undefined && typeof last === 'string' && { last: `${last}!` }),
    };
  }
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
