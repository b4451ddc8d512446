import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { EDGE_SECRET_ITEM } from '../../environment.ts';
import {
  EDGE_SECRET_CACHE_SECONDS,
  type EdgeSecretKeeper,
  type EdgeSecrets,
} from '../../ports/edge-secrets.ts';
import { SORT_KEY } from './keys.ts';

const item = z.object({ hashes: z.array(z.string()), store: z.exactOptional(z.string()) });
const KEY = { pk: EDGE_SECRET_ITEM, sk: SORT_KEY.edgeSecret };

/** One item beside the records, so that both regions know the same values at the same time. */
export class DynamoDbEdgeSecrets implements EdgeSecrets, EdgeSecretKeeper {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  #known: { readonly hashes: readonly string[]; readonly untilMilliseconds: number } | undefined;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async standing(now: string): Promise<readonly string[]> {
    const nowMilliseconds = Date.parse(now);
    if (this.#known === undefined || this.#known.untilMilliseconds <= nowMilliseconds) {
      const { hashes } = await this.read();
      this.#known = { hashes, untilMilliseconds: nowMilliseconds + EDGE_SECRET_CACHE_SECONDS * 1000 };
    }
    return this.#known.hashes;
  }

  async read() {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: KEY, ConsistentRead: true }),
    );
    return Item === undefined ? { hashes: [] } : item.parse(Item);
  }

  async keep(kept: { hashes: readonly string[]; store: string }): Promise<void> {
    // Operators turn the secret, one at a time; a lost one of two turns shows as a 403 of the edge's own check.
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: { ...KEY, ...kept } }));
  }
}
