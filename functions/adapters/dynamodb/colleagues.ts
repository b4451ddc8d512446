import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Session, session } from '../../domain/people/session.ts';
import type { Colleagues } from '../../ports/colleagues.ts';
import * as keys from './keys.ts';

const sessionItem = z.object({ session });
const named = z.object({ id: z.string() });

export class DynamoDbColleagues implements Colleagues {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async session(personId: string): Promise<Session | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { pk: keys.sessionKey(personId), sk: keys.SORT_KEY.session },
        ConsistentRead: true,
      }),
    );
    return Item && sessionItem.parse(Item).session;
  }

  async keepSession(kept: Session): Promise<void> {
    const { personId, hall, source } = kept;
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: {
            pk: keys.sessionKey(personId),
            sk: keys.SORT_KEY.session,
            kind: 'person',
            id: personId,
            source,
            session: kept,
            gsi1pk: keys.queueKey(hall, 'sessions', 0),
            gsi1sk: personId,
          },
          ConditionExpression: 'attribute_not_exists(pk) OR #source <= :source',
          ExpressionAttributeNames: { '#source': 'source' },
          ExpressionAttributeValues: { ':source': source },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /** A hall has some dozens of colleagues: one page of the list, then each item as it is now. */
  async inHall(hall: string): Promise<readonly Session[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :hall',
        ExpressionAttributeValues: { ':hall': keys.queueKey(hall, 'sessions', 0) },
        Limit: 200,
      }),
    );
    const sessions = await Promise.all(Items.map((item) => this.session(named.parse(item).id)));
    return sessions.filter((one) => one !== undefined);
  }
}
