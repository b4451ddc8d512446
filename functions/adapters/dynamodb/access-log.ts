import { hash } from 'node:crypto';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import canonicalize from 'canonicalize';
import type { RecordRef } from '../../domain/record/version.ts';
import type { AccessEntry, AccessLog } from '../../ports/record-store.ts';
import { accessItem } from './items.ts';
import * as keys from './keys.ts';
import { itemStandingInTheWay } from './standing-item.ts';

const ENTRIES_A_PAGE = 25;

/** Who read a record's sealed part: entries are put once and never changed; each carries its own hash. */
export class DynamoDbAccessLog implements AccessLog {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async recordAccess(ref: RecordRef, entry: AccessEntry): Promise<void> {
    const proof = hash('sha256', canonicalize({ ...ref, ...entry }) ?? '');
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: {
            pk: keys.recordKey(ref),
            sk: keys.accessKey(entry.accessId),
            ...ref,
            ...entry,
            hash: proof,
            gsi4pk: keys.accessLogKey(entry.at, keys.shardOf(ref.id, keys.LOG_SHARDS)),
            gsi4sk: keys.accessLogSortKey(entry.at, entry.accessId),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
    } catch (error) {
      itemStandingInTheWay(error);
    }
  }

  async accesses(ref: RecordRef, before?: string) {
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :oldest AND :newest',
        ExpressionAttributeValues: {
          ':pk': keys.recordKey(ref),
          ':oldest': keys.ACCESS_PREFIX,
          ':newest': before === undefined ? keys.accessKey('~') : keys.accessKey(before),
        },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: ENTRIES_A_PAGE + 1,
      }),
    );
    const entries = Items.map((item) => accessItem.parse(item)).filter(({ accessId }) => accessId !== before);
    const page = entries.slice(0, ENTRIES_A_PAGE);
    const last = page.at(-1);
    const more = entries.length > ENTRIES_A_PAGE || LastEvaluatedKey !== undefined;
    return more && last !== undefined ? { entries: page, before: last.accessId } : { entries: page };
  }
}
