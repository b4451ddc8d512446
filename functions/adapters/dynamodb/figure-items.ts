import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { LogEntry } from '../../domain/statistics/figures.ts';
import type { Figures, KeptHour } from '../../ports/figures.ts';
import * as keys from './keys.ts';

const count = z.int();
const byPhase = z.strictObject({
  draft: count,
  intake: count,
  review: count,
  handling: count,
  notification: count,
  archive: count,
});
const keptHour = z.object({
  figures: z.strictObject({
    hour: z.string(),
    versions: count,
    submitted: count,
    closed: count,
    onTime: count,
    late: count,
    net: byPhase,
  }),
  levels: byPhase,
});
const logEntry = z.object({
  kind: z.string(),
  id: z.string(),
  at: z.string(),
  eventType: z.string(),
  measures: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});

/** Figures by hour, and the log they are made of. */
export class DynamoDbFigures implements Figures {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async entriesOf(hour: string): Promise<readonly LogEntry[]> {
    const shards = Array.from({ length: keys.LOG_SHARDS }, (_, shard) => this.#shard(hour, shard));
    return (await Promise.all(shards)).flat();
  }

  /** A log only grows, so the count with more versions is the later one; an older one that comes late stays out. */
  async keepHour(kept: KeptHour): Promise<void> {
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...keyOf(kept.figures.hour), ...kept },
          ConditionExpression: 'attribute_not_exists(pk) OR figures.versions <= :versions',
          ExpressionAttributeValues: { ':versions': kept.figures.versions },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async hour(hour: string): Promise<KeptHour | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: keyOf(hour), ConsistentRead: true }),
    );
    return Item && keptHour.parse(Item);
  }

  async #shard(hour: string, shard: number): Promise<readonly LogEntry[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: 'gsi4',
        KeyConditionExpression: 'gsi4pk = :hour',
        ExpressionAttributeValues: { ':hour': keys.logKey(hour, shard) },
      },
    );
    const found: LogEntry[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map((item) => logEntry.parse(item)));
    return found;
  }
}

function keyOf(hour: string) {
  return { pk: keys.figuresKey(hour), sk: keys.SORT_KEY.figures };
}
