import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { RECORD_KINDS } from '../../domain/record/version.ts';
import type { Claim, Claims } from '../../ports/claims.ts';
import * as keys from './keys.ts';
import { itemStandingInTheWay } from './standing-item.ts';

const claimItem = z.object({
  mac: z.string(),
  owner: z.object({ kind: z.enum(RECORD_KINDS), id: z.string() }),
  commandId: z.string(),
  at: z.string(),
});

export class DynamoDbClaims implements Claims {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async take(claim: Claim): Promise<Claim> {
    try {
      await this.#put(claim, 'attribute_not_exists(pk)', undefined);
      return claim;
    } catch (error) {
      return claimItem.parse(itemStandingInTheWay(error));
    }
  }

  async replace(standing: Claim, claim: Claim): Promise<boolean> {
    try {
      await this.#put(claim, '#owner.id = :owner AND #at = :at', {
        ':owner': standing.owner.id,
        ':at': standing.at,
      });
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async find(mac: string): Promise<Claim | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { pk: keys.claimKey(mac), sk: keys.SORT_KEY.claim },
        ConsistentRead: true,
      }),
    );
    return Item && claimItem.parse(Item);
  }

  async #put(claim: Claim, condition: string, values: Record<string, unknown> | undefined): Promise<void> {
    await this.#client.send(
      new PutCommand({
        TableName: this.#table,
        Item: { pk: keys.claimKey(claim.mac), sk: keys.SORT_KEY.claim, ...claim },
        ConditionExpression: condition,
        ...(values && {
          ExpressionAttributeNames: { '#owner': 'owner', '#at': 'at' },
          ExpressionAttributeValues: values,
        }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
  }
}
