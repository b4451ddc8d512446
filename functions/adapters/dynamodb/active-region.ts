import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  type ActiveRegion,
  type Era,
  type Eras,
  REGIME_CACHE_SECONDS,
  type Regime,
  type RegionSwitch,
} from '../../ports/active-region.ts';
import * as keys from './keys.ts';

const regime = z.object({
  region: z.string(),
  epoch: z.int(),
  closed: z.exactOptional(z.boolean()),
  since: z.string(),
  by: z.string(),
  healthyAt: z.exactOptional(z.string()),
  before: z.exactOptional(z.object({ region: z.string(), healthyAt: z.exactOptional(z.string()) })),
});

const KEY = { pk: keys.jobKey('active-region'), sk: keys.SORT_KEY.activeRegion };

export interface OwnRegion {
  readonly own: string;
  /** Active until somebody says otherwise. */
  readonly first: string;
}

export class DynamoDbActiveRegion implements ActiveRegion, Eras, RegionSwitch {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #regions: OwnRegion;
  #read: (Era & { readonly region: string; readonly at: number }) | undefined;

  constructor(client: DynamoDBDocumentClient, table: string, regions: OwnRegion) {
    this.#client = client;
    this.#table = table;
    this.#regions = regions;
  }

  async mayAct(now: string): Promise<boolean> {
    return (await this.#known(now)).region === this.#regions.own;
  }

  async era(now: string): Promise<Era> {
    const { epoch, closed } = await this.#known(now);
    return { epoch, closed };
  }

  async regime(): Promise<Regime | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: KEY, ConsistentRead: true }),
    );
    return Item && regime.parse(Item);
  }

  async replace(standing: Regime | undefined, next: Regime): Promise<boolean> {
    return this.#kept(
      new PutCommand({
        TableName: this.#table,
        Item: { ...KEY, ...next },
        ...(standing === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#region = :region AND #since = :since',
              ExpressionAttributeNames: { '#region': 'region', '#since': 'since' },
              ExpressionAttributeValues: { ':region': standing.region, ':since': standing.since },
            }),
      }),
    );
  }

  async beat(at: string): Promise<void> {
    const { own, first } = this.#regions;
    const unless = own === first ? 'attribute_not_exists(pk) OR ' : '';
    await this.#kept(
      new UpdateCommand({
        TableName: this.#table,
        Key: KEY,
        UpdateExpression:
          'SET #healthyAt = :at, #region = :own, #since = if_not_exists(#since, :at), #by = if_not_exists(#by, :first), #epoch = if_not_exists(#epoch, :one)',
        ConditionExpression: `${unless}(#region = :own AND (attribute_not_exists(#healthyAt) OR #healthyAt < :at))`,
        ExpressionAttributeNames: {
          '#healthyAt': 'healthyAt',
          '#region': 'region',
          '#since': 'since',
          '#by': 'by',
          '#epoch': 'epoch',
        },
        ExpressionAttributeValues: { ':at': at, ':own': own, ':first': 'first-deployment', ':one': 1 },
      }),
    );
  }

  async #known(now: string) {
    const at = Date.parse(now);
    const known = this.#read;
    if (known !== undefined && at - known.at < REGIME_CACHE_SECONDS * 1000) return known;
    const { region = this.#regions.first, epoch = 1, closed = false } = (await this.regime()) ?? {};
    const read = { region, epoch, closed, at };
    this.#read = read;
    return read;
  }

  /** Answers whether the condition held. */
  async #kept(command: PutCommand | UpdateCommand): Promise<boolean> {
    try {
      await (command instanceof PutCommand ? this.#client.send(command) : this.#client.send(command));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
