import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { OneTimeCode, OneTimeCodes, Proofs, RateLimits } from '../../ports/transient.ts';

const codeItem = z.object({ codeMac: z.string(), expiresAtEpochSeconds: z.int(), tries: z.int() });
const counterItem = z.object({ counted: z.int() });

/** The regional table "transient": everything in it expires; DynamoDB removes it late, so readers check. */
export class DynamoDbTransient implements OneTimeCodes, RateLimits, Proofs {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async keepCode(signInId: string, code: OneTimeCode): Promise<void> {
    await this.#client.send(
      new PutCommand({
        TableName: this.#table,
        Item: { pk: `CODE#${signInId}`, sk: 'code', tries: 0, ...code },
      }),
    );
  }

  async tryCode(signInId: string, now: string) {
    const nowEpochSeconds = Math.floor(Date.parse(now) / 1000);
    try {
      const { Attributes } = await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { pk: `CODE#${signInId}`, sk: 'code' },
          UpdateExpression: 'ADD tries :one',
          ConditionExpression:
            'attribute_exists(pk) AND attribute_not_exists(usedAt) AND expiresAtEpochSeconds > :now',
          ExpressionAttributeValues: { ':one': 1, ':now': nowEpochSeconds },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return codeItem.parse(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  async useCode(signInId: string): Promise<boolean> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { pk: `CODE#${signInId}`, sk: 'code' },
          UpdateExpression: 'SET usedAt = :used',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedAt)',
          ExpressionAttributeValues: { ':used': true },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async keepProof(personId: string, untilEpochSeconds: number): Promise<void> {
    await this.#client.send(
      new PutCommand({
        TableName: this.#table,
        Item: { pk: `PROOF#${personId}`, sk: 'proof', expiresAtEpochSeconds: untilEpochSeconds },
      }),
    );
  }

  async isProved(personId: string, now: string): Promise<boolean> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { pk: `PROOF#${personId}`, sk: 'proof' },
        ConsistentRead: true,
      }),
    );
    return Number(Item?.expiresAtEpochSeconds ?? 0) * 1000 > Date.parse(now);
  }

  async count(
    what: string,
    who: string,
    window: { startsAtEpochSeconds: number; seconds: number },
  ): Promise<number> {
    const { Attributes } = await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { pk: `LIMIT#${what}#${who}`, sk: `${window.startsAtEpochSeconds}` },
        UpdateExpression: 'ADD counted :one SET expiresAtEpochSeconds = :expires',
        ExpressionAttributeValues: { ':one': 1, ':expires': window.startsAtEpochSeconds + window.seconds },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return counterItem.parse(Attributes).counted;
  }
}
