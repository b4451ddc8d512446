import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { RECORD_KINDS } from '../../domain/record/version.ts';
import type { FollowUpItem, FollowUpItems } from '../../ports/relay-store.ts';
import * as keys from './keys.ts';

const ref = z.object({ kind: z.enum(RECORD_KINDS), id: z.string() });
const followUpItem = z.object({
  followUpId: z.string(),
  from: ref,
  position: z.object({ epoch: z.int(), version: z.int() }),
  to: ref,
  command: z.looseObject({ type: z.string() }),
  onRefusal: z.exactOptional(z.string()),
  status: z.enum(['open', 'done', 'refused']),
  openedAt: z.string(),
});

export class DynamoDbFollowUpItems implements FollowUpItems {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async followUp(followUpId: string): Promise<FollowUpItem | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { pk: keys.followUpKey(followUpId), sk: keys.SORT_KEY.followUp },
        ConsistentRead: true,
      }),
    );
    return Item && followUpItem.parse(Item);
  }

  /** Closing twice is closing once: the command carried a deterministic key. */
  async closeFollowUp(followUpId: string, status: 'done' | 'refused'): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { pk: keys.followUpKey(followUpId), sk: keys.SORT_KEY.followUp },
        UpdateExpression: 'SET #status = :status REMOVE gsi6pk, gsi6sk',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status },
      }),
    );
  }
}
