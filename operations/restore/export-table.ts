import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  paginateScan,
} from '@aws-sdk/client-dynamodb';

type Stored = Record<string, AttributeValue>;

const ITEMS_A_WRITE = 25;
const MOST_TRIES = 10;

/** Writes every item of a table to a file, one a line, in the form of DynamoDB's own exports to S3; answers how many. */
export async function exportTable(client: DynamoDBClient, table: string, file: string): Promise<number> {
  const out = createWriteStream(file);
  let written = 0;
  for await (const item of scanned(client, table)) {
    if (!out.write(`${JSON.stringify({ Item: item }, inBase64)}\n`)) await once(out, 'drain');
    written += 1;
  }
  out.end();
  await once(out, 'finish');
  return written;
}

export async function* scanned(client: DynamoDBClient, table: string): AsyncGenerator<Stored> {
  const pages = paginateScan({ client }, { TableName: table, ConsistentRead: true });
  for await (const { Items = [] } of pages) yield* Items;
}

export async function* exported(file: string): AsyncGenerator<Stored> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { Item }: { Item: Stored } = JSON.parse(line, fromBase64);
    yield Item;
  }
}

/** Puts every item into a table; one that is there already is put again, equal. Answers how many. */
export async function loadTable(
  client: DynamoDBClient,
  items: AsyncIterable<Stored>,
  table: string,
): Promise<number> {
  let loaded = 0;
  let batch: Stored[] = [];
  const flush = async () => {
    await writeAll(client, table, batch);
    loaded += batch.length;
    batch = [];
  };
  for await (const item of items) {
    batch.push(item);
    if (batch.length === ITEMS_A_WRITE) await flush();
  }
  if (batch.length > 0) await flush();
  return loaded;
}

async function writeAll(client: DynamoDBClient, table: string, items: readonly Stored[]): Promise<void> {
  let left = items.map((Item) => ({ PutRequest: { Item } }));
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === MOST_TRIES) throw new Error(`${table} took ${left.length} items too few`);
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = (answer.UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) =>
      PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
    );
    if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** tries));
  }
}

function inBase64(_name: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

/** The one attribute type that JSON cannot hold. */
function fromBase64(name: string, value: unknown): unknown {
  return name === 'B' && typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value;
}
