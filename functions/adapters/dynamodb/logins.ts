import { hash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { LinkedPerson, Logins } from '../../ports/logins.ts';
import * as keys from './keys.ts';
import { itemStandingInTheWay } from './standing-item.ts';

const linkItem = z.object({ personId: z.string(), begun: z.exactOptional(z.boolean()) });
const MOST_REMEMBERED = 5_000;

export class DynamoDbLogins implements Logins {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  /** Whom a link names never changes, and who is begun stays so. */
  readonly #remembered = new Map<string, LinkedPerson>();

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async personOf(issuer: string, subject: string): Promise<LinkedPerson | undefined> {
    const pk = keyOf(issuer, subject);
    const remembered = this.#remembered.get(pk);
    if (remembered !== undefined) return remembered;
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { pk, sk: keys.SORT_KEY.link }, ConsistentRead: true }),
    );
    if (Item === undefined) return undefined;
    const { personId, begun = false } = linkItem.parse(Item);
    return this.#remember(pk, { personId, begun });
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
      return personId;
    } catch (error) {
      return linkItem.parse(itemStandingInTheWay(error)).personId;
    }
  }

  async noteBegun(issuer: string, subject: string): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { pk: keyOf(issuer, subject), sk: keys.SORT_KEY.link },
        UpdateExpression: 'SET begun = :begun',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':begun': true },
      }),
    );
    this.#remembered.delete(keyOf(issuer, subject));
  }

  #remember(pk: string, linked: LinkedPerson): LinkedPerson {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(pk, linked);
    return linked;
  }
}

function keyOf(issuer: string, subject: string): string {
  return keys.loginKey(hash('sha256', JSON.stringify([issuer, subject])));
}
