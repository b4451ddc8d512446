import { hash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Logins } from '../../ports/logins.ts';
import * as keys from './keys.ts';
import { itemStandingInTheWay } from './standing-item.ts';

const linkItem = z.object({ personId: z.string() });
const MOST_REMEMBERED = 5_000;

export class DynamoDbLogins implements Logins {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  /** Links never change once put. */
  readonly #remembered = new Map<string, string>();

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async personOf(issuer: string, subject: string): Promise<string | undefined> {
    const pk = keyOf(issuer, subject);
    const remembered = this.#remembered.get(pk);
    if (remembered !== undefined) return remembered;
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { pk, sk: keys.SORT_KEY.link }, ConsistentRead: true }),
    );
    return Item && this.#remember(pk, linkItem.parse(Item).personId);
  }

  async link(issuer: string, subject: string, personId: string): Promise<string> {
    const pk = keyOf(issuer, subject);
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { pk, sk: keys.SORT_KEY.link, personId },
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return this.#remember(pk, personId);
    } catch (error) {
      return this.#remember(pk, linkItem.parse(itemStandingInTheWay(error)).personId);
    }
  }

  #remember(pk: string, personId: string): string {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(pk, personId);
    return personId;
  }
}

function keyOf(issuer: string, subject: string): string {
  return keys.loginKey(hash('sha256', JSON.stringify([issuer, subject])));
}
