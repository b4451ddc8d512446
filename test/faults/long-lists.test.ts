import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { headItemOf } from '../../functions/adapters/dynamodb/head-item.ts';
import { versionItemOf } from '../../functions/adapters/dynamodb/items.ts';
import { DynamoDbRecordLists } from '../../functions/adapters/dynamodb/record-lists.ts';
import { DynamoDbRecordStore } from '../../functions/adapters/dynamodb/record-store.ts';
import type { ListPage } from '../../functions/ports/record-lists.ts';
import { bringTo } from '../support/given/case-story.ts';
import { MemoryCloud } from '../support/memory-cloud/cloud.ts';
import type { Item } from '../support/memory-cloud/expressions.ts';
import { takeConfiguration } from '../support/memory-cloud/functions.ts';

const MANY = 10_000;

let cloud: MemoryCloud;
let client: DynamoDBDocumentClient;

beforeAll(() => {
  takeConfiguration();
  cloud = new MemoryCloud(new Map());
  client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
});

function wire(item: object): Item {
  return JSON.parse(JSON.stringify(marshall(item, { removeUndefinedValues: true })));
}

const instant = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
const idOf = (n: number) => `c${String(n).padStart(5, '0')}`;

function putHead(n: number): void {
  const sort = instant(n);
  const head = {
    card: { n },
    queue: { hall: 'hall-1', queue: 'intake', sort },
    belongsTo: { personId: 'person-1', sort },
  };
  const item = headItemOf({ kind: 'case', id: idOf(n), epoch: 1, version: 1, projection: 1, head }, () => 1);
  cloud.records.PutItem({ Item: wire(item) });
}

async function walk(
  read: (cursor?: string) => Promise<ListPage>,
  between: (page: number) => void = () => {},
) {
  const seen: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await read(cursor);
    seen.push(...page.records.map(({ id }) => id));
    cursor = page.cursor;
    pages += 1;
    between(pages);
  } while (cursor !== undefined);
  return { seen, pages };
}

describe('[R21] a list of ten thousand', () => {
  test('is paged to its end, each entry once and in order, though entries come and go meanwhile', async () => {
    for (let n = 0; n < MANY; n += 1) putHead(n * 2);
    const lists = new DynamoDbRecordLists(client, 'records');
    const limit = 500;
    const { seen, pages } = await walk(
      (cursor) => lists.queue('hall-1', 'intake', { limit, ...(cursor !== undefined && { cursor }) }),
      // One comes in before the page that was read, and one after it.
      (page) => [page * limit * 2 - 999, page * limit * 2 + 1].forEach(putHead),
    );
    expect(pages).toBeGreaterThanOrEqual(MANY / limit);
    expect(seen).toEqual(seen.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
    const missed = Array.from({ length: MANY }, (_, n) => idOf(n * 2)).filter((id) => !seen.includes(id));
    expect(missed).toEqual([]);
  }, 60_000);

  test('of versions is read from the newest to the first, a page at a time', async () => {
    const story = await bringTo('submitted');
    const first = story.store.records.get('case/c1')?.[0];
    if (first === undefined) throw new Error('no version');
    const { sealed: _none, ...clear } = first;
    const rows = Array.from({ length: MANY }, (_, n): [string, Item] => {
      const item = versionItemOf({ kind: 'case', id: 'long' }, { ...clear, version: n + 1 });
      return [item.sk, wire(item)];
    });
    cloud.records.putBack(new Map([['CASE#long', new Map(rows)]]));
    const store = new DynamoDbRecordStore(client, 'records');
    const seen: number[] = [];
    let before: { epoch: number; version: number } | undefined;
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await store.history({ kind: 'case', id: 'long' }, before);
      seen.push(...page.versions.map(({ version }) => version));
      before = page.before;
    }
    expect(seen).toEqual(Array.from({ length: 500 }, (_, n) => MANY - n));
    expect(await store.newest({ kind: 'case', id: 'long' })).toMatchObject({ newest: { version: MANY } });
    const end = await store.history({ kind: 'case', id: 'long' }, { epoch: 1, version: 11 });
    expect(end.versions.map(({ version }) => version)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(end.before).toBeUndefined();
  }, 60_000);
});
