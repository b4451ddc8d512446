import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { LogEntry, ProofLog } from '../../ports/proof.ts';
import type { PageOfWork } from '../../ports/relay-store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import * as keys from './keys.ts';

const entry = z.object({ at: z.string(), hash: z.string(), gsi4sk: z.string() });

const PAGE = 1000;

/** The log index: a day later it has long taken in whatever was written. */
export class DynamoDbProofLog implements ProofLog {
  readonly shards = keys.LOG_SHARDS;
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async written(
    what: 'version' | 'access',
    hour: string,
    shard: number,
    page?: string,
  ): Promise<PageOfWork<LogEntry>> {
    const key = what === 'version' ? keys.logKey(hour, shard) : keys.accessLogKey(hour, shard);
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi4',
        KeyConditionExpression: 'gsi4pk = :pk AND gsi4sk > :after',
        ExpressionAttributeValues: { ':pk': key, ':after': page === undefined ? '!' : readCursor(page) },
        Limit: PAGE,
      }),
    );
    const read = Items.map((item) => entry.parse(item));
    const last = LastEvaluatedKey === undefined ? undefined : read.at(-1);
    const items = read.map(({ at, hash }) => ({ at, hash }));
    return last === undefined ? { items } : { items, next: writeCursor(last.gsi4sk) };
  }
}
