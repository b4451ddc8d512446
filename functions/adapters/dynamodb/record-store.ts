import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { KeptVersion } from '../../domain/record/chain.ts';
import type { Measures } from '../../domain/record/definition.ts';
import type { HeadItem } from '../../domain/record/head.ts';
import type { Position, RecordRef } from '../../domain/record/version.ts';
import type {
  AppendAnswer,
  HeadPosition,
  KeptRecord,
  RecordStore,
  VersionPage,
  WrappedKey,
} from '../../ports/record-store.ts';
import { headItemOf, type QueueShards } from './head-item.ts';
import { bodyItem, keptVersionOf, keyItem, versionItemOf } from './items.ts';
import * as keys from './keys.ts';
import { itemStandingInTheWay } from './standing-item.ts';

const HISTORY_PAGE = 25;

const headPosition = z.object({ epoch: z.int(), version: z.int(), projection: z.int() });

const HEAD_IS_OLDER =
  'attribute_not_exists(pk) OR epoch < :epoch OR (epoch = :epoch AND version < :version)' +
  ' OR (epoch = :epoch AND version = :version AND #projection < :projection)';

/** Records in DynamoDB: one table, no transactions, no scans; every read consistent. */
export class DynamoDbRecordStore implements RecordStore {
  readonly #table: string;
  readonly #client: DynamoDBDocumentClient;
  readonly #queueShards: QueueShards;

  constructor(client: DynamoDBDocumentClient, table: string, queueShards: QueueShards = () => 1) {
    this.#client = client;
    this.#table = table;
    this.#queueShards = queueShards;
  }

  async newest(ref: RecordRef): Promise<KeptRecord | undefined> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :v)',
        ExpressionAttributeValues: { ':pk': keys.recordKey(ref), ':v': 'v' },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: 2,
      }),
    );
    const version = Items.find((item) => item.sk !== keys.SORT_KEY.dataKey);
    if (version === undefined) return undefined;
    const dataKey = Items.find((item) => item.sk === keys.SORT_KEY.dataKey);
    const newest = keptVersionOf(version);
    return dataKey === undefined ? { newest } : { newest, dataKey: keyItem.parse(dataKey).wrapped };
  }

  async append(ref: RecordRef, kept: KeptVersion, measures?: Measures): Promise<AppendAnswer> {
    try {
      await this.#putIfAbsent({ ...versionItemOf(ref, kept), ...(measures && { measures }) });
      return { appended: true };
    } catch (error) {
      return { appended: false, standing: keptVersionOf(itemStandingInTheWay(error)) };
    }
  }

  async keepDataKey(ref: RecordRef, wrapped: WrappedKey): Promise<WrappedKey> {
    try {
      await this.#putIfAbsent({ pk: keys.recordKey(ref), sk: keys.SORT_KEY.dataKey, ...ref, wrapped });
      return wrapped;
    } catch (error) {
      return keyItem.parse(itemStandingInTheWay(error)).wrapped;
    }
  }

  async putHead(head: HeadItem): Promise<void> {
    const { epoch, version, projection } = head;
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: headItemOf(head, this.#queueShards),
          ConditionExpression: HEAD_IS_OLDER,
          ExpressionAttributeNames: { '#projection': 'projection' },
          ExpressionAttributeValues: { ':epoch': epoch, ':version': version, ':projection': projection },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async headPosition(ref: RecordRef): Promise<HeadPosition | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { pk: keys.recordKey(ref), sk: keys.SORT_KEY.head },
        ProjectionExpression: 'epoch, version, #projection',
        ExpressionAttributeNames: { '#projection': 'projection' },
        ConsistentRead: true,
      }),
    );
    return Item && headPosition.parse(Item);
  }

  async history(ref: RecordRef, before?: Position): Promise<VersionPage> {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :oldest AND :newest',
        ExpressionAttributeValues: {
          ':pk': keys.recordKey(ref),
          ':oldest': keys.VERSION_PREFIX,
          ':newest':
            before === undefined
              ? keys.versionKey({ epoch: 999, version: 9_999_999_999 })
              : beforeKey(before),
        },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: HISTORY_PAGE,
      }),
    );
    const versions = Items.map(keptVersionOf);
    const last = versions.at(-1);
    return LastEvaluatedKey === undefined || last === undefined ? { versions } : { versions, before: last };
  }

  async versionsAfter(ref: RecordRef, after: Position, limit: number): Promise<readonly KeptVersion[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :newest',
        ExpressionAttributeValues: {
          ':pk': keys.recordKey(ref),
          ':after': `${keys.versionKey(after)}+`,
          ':newest': keys.versionKey({ epoch: 999, version: 9_999_999_999 }),
        },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return Items.map(keptVersionOf);
  }

  async versionAt(ref: RecordRef, position: Position): Promise<KeptVersion | undefined> {
    const item = await this.#get({ pk: keys.recordKey(ref), sk: keys.versionKey(position) });
    return item && keptVersionOf(item);
  }

  async keepBody(ref: RecordRef, sha256: string, sealed: Uint8Array): Promise<void> {
    try {
      await this.#putIfAbsent({ pk: keys.recordKey(ref), sk: keys.bodyKey(sha256), ...ref, sealed });
    } catch (error) {
      itemStandingInTheWay(error);
    }
  }

  async body(ref: RecordRef, sha256: string): Promise<Uint8Array | undefined> {
    const item = await this.#get({ pk: keys.recordKey(ref), sk: keys.bodyKey(sha256) });
    return item && bodyItem.parse(item).sealed;
  }

  async #get(key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return Item;
  }

  async #putIfAbsent(item: Record<string, unknown>): Promise<void> {
    await this.#client.send(
      new PutCommand({
        TableName: this.#table,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
  }
}

/** Sorts just before a version and after the one it follows. */
function beforeKey({ epoch, version }: Position): string {
  return keys.versionKey({ epoch, version: version - 1 });
}
