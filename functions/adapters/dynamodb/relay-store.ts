import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Finder } from '../../domain/record/head.ts';
import { type Position, RECORD_KINDS, type RecordRef } from '../../domain/record/version.ts';
import type {
  FollowUpItem,
  MessageItem,
  ParkedRecord,
  RelayedUpTo,
  RelayStore,
} from '../../ports/relay-store.ts';
import * as keys from './keys.ts';

const relayedItem = z.object({
  epoch: z.int(),
  version: z.int(),
  /** Items of before the finders stood here have none: theirs are put once more. */
  foundBy: z._default(z.array(z.object({ field: z.string(), value: z.string() })), []),
});
/** The index carries no more than this: time and reason are its sort key. */
const parkedItem = z.object({ kind: z.enum(RECORD_KINDS), id: z.string(), gsi6sk: z.string() });

const IS_OLDER = 'attribute_not_exists(pk) OR epoch < :epoch OR (epoch = :epoch AND version < :version)';

export class DynamoDbRelayStore implements RelayStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async relayedUpTo(ref: RecordRef): Promise<RelayedUpTo | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { pk: keys.recordKey(ref), sk: keys.SORT_KEY.relayed },
        ConsistentRead: true,
      }),
    );
    return Item && relayedItem.parse(Item);
  }

  async markRelayed(ref: RecordRef, { epoch, version, foundBy }: RelayedUpTo): Promise<void> {
    await this.#putIf(
      { pk: keys.recordKey(ref), sk: keys.SORT_KEY.relayed, ...ref, epoch, version, foundBy },
      IS_OLDER,
      { ':epoch': epoch, ':version': version },
    );
  }

  async putFinders(ref: RecordRef, { epoch, version }: Position, finders: readonly Finder[]): Promise<void> {
    for (const { field, value } of finders) {
      await this.#putIf(
        {
          pk: keys.recordKey(ref),
          sk: keys.finderKey(field),
          ...ref,
          epoch,
          version,
          gsi3pk: keys.finderIndexKey(field, value),
          gsi3sk: `${ref.kind}#${ref.id}`,
        },
        IS_OLDER,
        { ':epoch': epoch, ':version': version },
      );
    }
  }

  async openMessage(item: MessageItem): Promise<void> {
    await this.#putIf(
      {
        pk: keys.messageKey(item.messageId),
        sk: keys.SORT_KEY.message,
        ...item,
        kind: item.ref.kind,
        id: item.messageId,
        gsi6pk: keys.workKey('UNSENT', keys.shardOf(item.messageId, keys.WORK_SHARDS)),
        gsi6sk: keys.workSortKey(item.requestedAt, item.messageId),
      },
      'attribute_not_exists(pk)',
    );
  }

  async openFollowUp(item: FollowUpItem): Promise<void> {
    await this.#putIf(
      {
        pk: keys.followUpKey(item.followUpId),
        sk: keys.SORT_KEY.followUp,
        ...item,
        kind: item.to.kind,
        id: item.followUpId,
        gsi6pk: keys.workKey('OPEN', keys.shardOf(item.followUpId, keys.WORK_SHARDS)),
        gsi6sk: keys.workSortKey(item.openedAt, item.followUpId),
      },
      'attribute_not_exists(pk)',
    );
  }

  async park(ref: RecordRef, why: string, at: string): Promise<void> {
    await this.#client.send(
      new PutCommand({
        TableName: this.#table,
        Item: {
          pk: keys.parkedKey(ref),
          sk: keys.SORT_KEY.parked,
          ...ref,
          why,
          at,
          gsi6pk: keys.workKey('PARKED', 0),
          gsi6sk: keys.workSortKey(at, why),
        },
      }),
    );
  }

  /** Off the list; the item itself stays, as nothing is deleted from this table. */
  async unpark(ref: RecordRef): Promise<void> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { pk: keys.parkedKey(ref), sk: keys.SORT_KEY.parked },
          UpdateExpression: 'REMOVE gsi6pk, gsi6sk',
          ConditionExpression: 'attribute_exists(pk)',
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async parked(): Promise<readonly ParkedRecord[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: 'gsi6',
        KeyConditionExpression: 'gsi6pk = :parked',
        ExpressionAttributeValues: { ':parked': keys.workKey('PARKED', 0) },
      },
    );
    const found: ParkedRecord[] = [];
    for await (const { Items = [] } of pages) {
      for (const item of Items) {
        const { kind, id, gsi6sk } = parkedItem.parse(item);
        const [at = '', ...why] = gsi6sk.split('#');
        found.push({ ref: { kind, id }, why: why.join('#'), at });
      }
    }
    return found;
  }

  async #putIf(
    item: Record<string, unknown>,
    condition: string,
    values?: Record<string, unknown>,
  ): Promise<void> {
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: item,
          ConditionExpression: condition,
          ...(values && { ExpressionAttributeValues: values }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
}
