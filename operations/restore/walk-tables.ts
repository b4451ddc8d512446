import { type DynamoDBDocumentClient, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import { SORT_KEY, versionKey } from '../../functions/adapters/dynamodb/keys.ts';
import { compareRecord, type Difference, type Item } from './compare-record.ts';

export interface Tables {
  readonly client: DynamoDBDocumentClient;
  readonly copy: string;
  readonly live: string;
  /** Whatever is younger cannot be in the copy. */
  readonly takenAt: string;
  readonly say: (line: string) => void;
}

export interface Figures {
  records: number;
  versions: number;
  bytes: number;
  newer: number;
  headsBehind: number;
  /** Logins and claims: items of their own that must be as they were. */
  single: number;
}

/** How the key of a first version ends, in whatever epoch the record was begun; no other key has it. */
const FIRST = versionKey({ epoch: 1, version: 1 }).replace(/^.*(?=#)/, '');
const SAY_EACH = 1000;

/** Walks both tables record by record, each read whole and consistently, and names every difference. */
export async function compareTables(
  tables: Tables,
): Promise<{ readonly figures: Figures; readonly differences: readonly Difference[] }> {
  const { client, copy, live, takenAt, say } = tables;
  const figures: Figures = { records: 0, versions: 0, bytes: 0, newer: 0, headsBehind: 0, single: 0 };
  const differences: Difference[] = [];
  const known = new Set<string>();
  for await (const record of recordsIn(client, copy)) {
    known.add(record);
    const [ours, theirs] = await Promise.all([itemsOf(client, copy, record), itemsOf(client, live, record)]);
    const compared = compareRecord(record, ours, theirs, takenAt);
    figures.records += 1;
    figures.versions += compared.versions;
    figures.bytes += compared.bytes;
    figures.newer += compared.newer;
    figures.headsBehind += compared.headsBehind;
    differences.push(...compared.differences);
    if (figures.records % SAY_EACH === 0) say(`… ${figures.records} records`);
  }
  for await (const record of recordsIn(client, live)) {
    if (known.has(record)) continue;
    const compared = compareRecord(record, [], await itemsOf(client, live, record), takenAt);
    figures.newer += compared.newer;
    differences.push(...compared.differences);
  }
  differences.push(...(await compareSingle(tables, figures)));
  return { figures, differences };
}

/** Every record has exactly one first version, whatever became of it since. */
export async function* recordsIn(client: DynamoDBDocumentClient, table: string): AsyncGenerator<string> {
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      FilterExpression: 'contains(sk, :first)',
      ExpressionAttributeValues: { ':first': FIRST },
      ProjectionExpression: 'pk',
    },
  );
  for await (const { Items = [] } of pages) for (const { pk } of Items) yield String(pk);
}

export async function itemsOf(
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    },
  );
  for await (const page of pages) items.push(...(page.Items ?? []));
  return items;
}

async function compareSingle(
  { client, copy, live }: Tables,
  figures: Figures,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  const pages = paginateScan(
    { client },
    {
      TableName: copy,
      ConsistentRead: true,
      FilterExpression: 'sk = :link OR sk = :claim',
      ExpressionAttributeValues: { ':link': SORT_KEY.link, ':claim': SORT_KEY.claim },
    },
  );
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      figures.single += 1;
      const [standing] = await itemsOf(client, live, String(item.pk));
      if (standing === undefined)
        differences.push({
          record: String(item.pk),
          item: String(item.sk),
          what: 'is not in the live table',
        });
    }
  }
  return differences;
}
