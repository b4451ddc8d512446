import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { RecordRef } from '../../domain/record/version.ts';
import type { Lives, WorkflowItem, WorkflowItems } from '../../ports/workflow.ts';
import * as keys from './keys.ts';

const workflowItem = z.object({
  generation: z.int(),
  startedAt: z.string(),
  region: z.exactOptional(z.string()),
  elsewhere: z.exactOptional(z.object({ region: z.string(), generation: z.int() })),
  token: z.exactOptional(z.object({ sealed: z.instanceof(Uint8Array), stage: z.string(), visit: z.int() })),
});

type Token = NonNullable<WorkflowItem['token']>;

/** The workflow's item beside a case: on the list that reconcile walks without a token, on that of waiting cases with one. */
export class DynamoDbWorkflowItems implements WorkflowItems {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async workflow(ref: RecordRef): Promise<WorkflowItem | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: keyOf(ref), ConsistentRead: true }),
    );
    return Item && workflowItem.parse(Item);
  }

  async claimGeneration(
    ref: RecordRef,
    before: number,
    at: string,
    { region, elsewhere }: Lives,
  ): Promise<boolean> {
    const first = before === 0;
    const also = elsewhere ? ', elsewhere = :elsewhere' : '';
    return this.#update(
      ref,
      `SET generation = :next, startedAt = :at, #region = :region, gsi6pk = :list, gsi6sk = :since, #kind = :kind, id = :id${also} REMOVE #token`,
      first ? 'attribute_not_exists(pk)' : 'generation = :before',
      {
        ':next': before + 1,
        ':at': at,
        ':since': keys.workSortKey(at, ref.id),
        ':list': withoutToken(ref),
        ':kind': ref.kind,
        ':id': ref.id,
        ':region': region,
        ...(elsewhere && { ':elsewhere': elsewhere }),
        ...(!first && { ':before': before }),
      },
      { '#kind': 'kind', '#token': 'token', '#region': 'region' },
    );
  }

  async keepToken(ref: RecordRef, generation: number, token: Token): Promise<boolean> {
    return this.#update(
      ref,
      'SET #token = :token, gsi6pk = :list, gsi6sk = :id',
      'generation = :generation',
      {
        ':token': token,
        ':generation': generation,
        ':list': keys.workKey('TOKEN', keys.shardOf(ref.id, keys.WORK_SHARDS)),
        ':id': ref.id,
      },
      { '#token': 'token' },
    );
  }

  async removeToken(ref: RecordRef, token: Token, at: string): Promise<void> {
    await this.#update(
      ref,
      'SET gsi6pk = :list, gsi6sk = :since REMOVE #token',
      '#token.sealed = :sealed',
      { ':list': withoutToken(ref), ':since': keys.workSortKey(at, ref.id), ':sealed': token.sealed },
      { '#token': 'token' },
    );
  }

  async endWorkflow(ref: RecordRef): Promise<void> {
    await this.#update(ref, 'REMOVE #token, gsi6pk, gsi6sk', 'attribute_exists(pk)', undefined, {
      '#token': 'token',
    });
  }

  /** Answers whether the condition held. */
  async #update(
    ref: RecordRef,
    update: string,
    condition: string,
    values: Record<string, unknown> | undefined,
    names: Record<string, string>,
  ): Promise<boolean> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: keyOf(ref),
          UpdateExpression: update,
          ConditionExpression: condition,
          ExpressionAttributeNames: names,
          ...(values && { ExpressionAttributeValues: values }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

function keyOf(ref: RecordRef) {
  return { pk: keys.recordKey(ref), sk: keys.SORT_KEY.workflow };
}

function withoutToken({ id }: RecordRef): string {
  return keys.workKey('NOTOKEN', keys.shardOf(id, keys.WORK_SHARDS));
}
