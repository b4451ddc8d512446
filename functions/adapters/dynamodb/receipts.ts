import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { RecordRef } from '../../domain/record/version.ts';
import type { Receipts } from '../../ports/proof.ts';
import * as keys from './keys.ts';
import { itemStandingInTheWay } from './standing-item.ts';

const receiptItem = z.object({ file: z.string() });

export class DynamoDbReceipts implements Receipts {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async receipt(caseId: string): Promise<string | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: keyOf(caseId), ConsistentRead: true }),
    );
    return Item && receiptItem.parse(Item).file;
  }

  async keepReceipt(caseId: string, file: string): Promise<string> {
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...keyOf(caseId), ...refOf(caseId), file },
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return file;
    } catch (error) {
      return receiptItem.parse(itemStandingInTheWay(error)).file;
    }
  }
}

function keyOf(caseId: string): { pk: string; sk: string } {
  return { pk: keys.recordKey(refOf(caseId)), sk: keys.SORT_KEY.receipt };
}

function refOf(id: string): RecordRef {
  return { kind: 'case', id };
}
