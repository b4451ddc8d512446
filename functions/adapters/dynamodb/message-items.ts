import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { RECORD_KINDS } from '../../domain/record/version.ts';
import type { MessageItem, MessageItems } from '../../ports/relay-store.ts';
import * as keys from './keys.ts';

const messageItem = z.object({
  messageId: z.string(),
  message: z.string(),
  channel: z.enum(['mail', 'sms', 'phone']),
  to: z.string(),
  statutory: z.exactOptional(z.boolean()),
  ref: z.object({ kind: z.enum(RECORD_KINDS), id: z.string() }),
  position: z.object({ epoch: z.int(), version: z.int() }),
  status: z.enum(['pending', 'claimed', 'sent', 'delivered', 'failed', 'skipped']),
  requestedAt: z.string(),
  claimedUntil: z.exactOptional(z.string()),
  providerId: z.exactOptional(z.string()),
  resent: z.exactOptional(z.boolean()),
});

/** Messages by conditional update: pending → claimed → sent → delivered or failed; never back. */
export class DynamoDbMessageItems implements MessageItems {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  /** A claim that takes over from one that ran out is a second sending, and is flagged as one. */
  async claim(messageId: string, now: string, until: string): Promise<MessageItem | undefined> {
    const before = await this.message(messageId);
    if (before === undefined) throw new Error('A message that is not kept yet cannot be claimed');
    const takenOver = before.status === 'claimed' || before.resent === true;
    return this.#update(
      messageId,
      'SET #status = :claimed, claimedUntil = :until, resent = :resent',
      '#status = :pending OR (#status = :claimed AND claimedUntil < :now)',
      { ':claimed': 'claimed', ':pending': 'pending', ':until': until, ':now': now, ':resent': takenOver },
    );
  }

  async giveBack(messageId: string): Promise<void> {
    await this.#update(messageId, 'SET #status = :pending REMOVE claimedUntil', '#status = :claimed', {
      ':pending': 'pending',
      ':claimed': 'claimed',
    });
  }

  async markSent(messageId: string, providerId: string): Promise<void> {
    await this.#update(
      messageId,
      'SET #status = :sent, providerId = :provider, gsi3pk = :finder, gsi3sk = :id REMOVE gsi6pk, gsi6sk, claimedUntil',
      '#status = :claimed',
      {
        ':sent': 'sent',
        ':claimed': 'claimed',
        ':provider': providerId,
        ':finder': keys.finderIndexKey('provider', providerId),
        ':id': messageId,
      },
    );
  }

  async mark(messageId: string, status: 'delivered' | 'failed' | 'skipped'): Promise<void> {
    await this.#update(messageId, 'SET #status = :status REMOVE gsi6pk, gsi6sk', '#status <> :failed', {
      ':status': status,
      ':failed': 'failed',
    });
  }

  async message(messageId: string): Promise<MessageItem | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { pk: keys.messageKey(messageId), sk: keys.SORT_KEY.message },
        ConsistentRead: true,
      }),
    );
    return Item && messageItem.parse(Item);
  }

  async byProviderId(providerId: string): Promise<string | undefined> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi3',
        KeyConditionExpression: 'gsi3pk = :finder',
        ExpressionAttributeValues: { ':finder': keys.finderIndexKey('provider', providerId) },
        Limit: 1,
      }),
    );
    const id: unknown = Items[0]?.gsi3sk;
    return typeof id === 'string' ? id : undefined;
  }

  async #update(
    messageId: string,
    update: string,
    condition: string,
    values: Record<string, unknown>,
  ): Promise<MessageItem | undefined> {
    try {
      const { Attributes } = await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { pk: keys.messageKey(messageId), sk: keys.SORT_KEY.message },
          UpdateExpression: update,
          ConditionExpression: `attribute_exists(pk) AND (${condition})`,
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: values,
          ReturnValues: 'ALL_NEW',
        }),
      );
      return messageItem.parse(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }
}
