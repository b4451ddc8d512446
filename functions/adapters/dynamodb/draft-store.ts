import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordRef } from '../../domain/record/version.ts';
import type { DraftStore, WorkingCopy } from '../../ports/record-store.ts';
import { draftItem } from './items.ts';
import * as keys from './keys.ts';

/** The working copy beside a draft's version: overwritten under its own revision. */
export class DynamoDbDraftStore implements DraftStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async draft(ref: RecordRef): Promise<WorkingCopy | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { pk: keys.recordKey(ref), sk: keys.SORT_KEY.draft },
        ConsistentRead: true,
      }),
    );
    return Item && draftItem.parse(Item);
  }

  async keepDraft(ref: RecordRef, copy: WorkingCopy): Promise<boolean> {
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { pk: keys.recordKey(ref), sk: keys.SORT_KEY.draft, ...ref, ...copy },
          ConditionExpression: 'attribute_not_exists(pk) OR revision = :before',
          ExpressionAttributeValues: { ':before': copy.revision - 1 },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
