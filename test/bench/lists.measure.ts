import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { headItemOf } from '../../functions/adapters/dynamodb/head-item.ts';
import { DynamoDbRecordLists } from '../../functions/adapters/dynamodb/record-lists.ts';
import type { ListPage, PageOf } from '../../functions/ports/record-lists.ts';
import { cloud } from '../integration/support/cloud.ts';
import { givenOwnTable } from '../integration/support/own-table.ts';
import { type Figure, verdictOf } from './figure.ts';
import { timingCalls } from './in-process.ts';
import { keepFigures } from './keep.ts';

const FEW = 100;
const MANY = 10_000;
const PAGE: PageOf = { limit: 25 };
const BATCH = 25;
const AT_ONCE = 8;

/** The head of a case that waits in the queue of a hall, with a customer and a colleague who have `count` of them too. */
function waiting(count: number, n: number) {
  const sort = `2026-03-${String(1 + (n % 28)).padStart(2, '0')}T01:00:00Z#${String(n).padStart(6, '0')}`;
  const card = { name: '王*明', number: `BL${n}`, status: 'submitted', service: 'sole-trader-registration' };
  return headItemOf(
    {
      ...{ kind: 'case', id: `bench-${count}-${n}`, epoch: 1, version: 3, projection: 1 },
      head: {
        card,
        queue: { hall: `hall-${count}`, queue: 'intake', sort },
        belongsTo: { personId: `customer-${count}`, sort },
        assignedTo: { personId: `colleague-${count}`, sort },
      },
    },
    () => 1,
  );
}

async function fill(table: string, count: number): Promise<void> {
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, batch) =>
    Array.from({ length: Math.min(BATCH, count - batch * BATCH) }, (_, n) =>
      waiting(count, batch * BATCH + n),
    ),
  );
  const queue = batches.values();
  const work = async () => {
    for (const items of queue) {
      const RequestItems = { [table]: items.map((Item) => ({ PutRequest: { Item } })) };
      await cloud.clients.documents.send(new BatchWriteCommand({ RequestItems }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

test(`[P4] a page costs the same of ${FEW} cases and of ${MANY}`, async () => {
  const table = await givenOwnTable('lists');
  await fill(table, FEW);
  await fill(table, MANY);
  const lists = new DynamoDbRecordLists(cloud.clients.documents, table);
  const pages: Readonly<Record<string, (count: number, page: PageOf) => Promise<ListPage>>> = {
    'queue of a hall': (count, page) => lists.queue(`hall-${count}`, 'intake', page),
    'own cases of a customer': (count, page) => lists.ofPerson(`customer-${count}`, page),
    'desk of a colleague': (count, page) => lists.onDesk(`colleague-${count}`, page),
  };
  const figures: Figure[] = [];
  for (const [what, page] of Object.entries(pages)) {
    const [few, many, third] = [
      await cost(() => page(FEW, PAGE)),
      await cost(() => page(MANY, PAGE)),
      await cost(() => thirdPage((more) => page(MANY, more))),
    ];
    figures.push(
      {
        ...shown(`${what}, first page of ${MANY}`, many),
        reference: `of ${FEW}: ${say(few)}`,
        verdict: verdictOf(same(few, many)),
      },
      {
        ...shown(`${what}, third page of ${MANY} (with the two before)`, third),
        reference: `three times the first: ${say(times(few, 3))}`,
        verdict: verdictOf(same(times(few, 3), third)),
      },
    );
  }
  await keepFigures('lists', figures);
  expect(figures.map(({ verdict }) => verdict)).not.toContain('missed');
});

interface Cost {
  readonly calls: number;
  readonly bytes: number;
}

async function cost(work: () => Promise<ListPage>): Promise<Cost> {
  const { result, calls } = await timingCalls(work);
  expect(result.records).toHaveLength(25);
  return { calls: calls.length, bytes: calls.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function thirdPage(page: (more: PageOf) => Promise<ListPage>): Promise<ListPage> {
  let last = await page(PAGE);
  for (let n = 0; n < 2; n += 1)
    last = await page({ ...PAGE, ...(last.cursor !== undefined && { cursor: last.cursor }) });
  return last;
}

const times = ({ calls, bytes }: Cost, n: number): Cost => ({ calls: calls * n, bytes: bytes * n });
const say = ({ calls, bytes }: Cost) =>
  `${calls} call${calls === 1 ? '' : 's'}, ${bytes.toLocaleString('en')} bytes`;
/** The same calls; bytes may differ by the digits of larger numbers. */
const same = (one: Cost, other: Cost) =>
  one.calls === other.calls && Math.abs(one.bytes - other.bytes) < one.bytes * 0.1;
const shown = (what: string, measured: Cost) => ({
  goal: 'P4' as const,
  what,
  measured: say(measured),
  aim: 'equal',
});
