import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { versionKey } from '../../functions/adapters/dynamodb/keys.ts';
import { recordsIn } from '../../operations/restore/walk-tables.ts';
import { mockClient } from '../support/mock-client.ts';

/** A table of these keys, whose scan filters as the request says: by what a sort key is, or contains. */
function givenTable(rows: readonly (readonly [pk: string, sk: string])[]) {
  const service = mockClient(DynamoDBDocumentClient);
  service.on(ScanCommand).callsFake(({ FilterExpression, ExpressionAttributeValues: values }) => {
    const [, name = ''] = /(:\w+)/.exec(FilterExpression) ?? [];
    const holds = (sk: string) =>
      FilterExpression.startsWith('contains(') ? sk.includes(values[name]) : sk === values[name];
    return { Items: rows.filter(([, sk]) => holds(sk)).map(([pk]) => ({ pk })) };
  });
  return DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' }));
}

test('each record is walked once, also one that was begun after the epoch was raised', async () => {
  const at = (epoch: number, version: number) => versionKey({ epoch, version });
  const client = givenTable([
    ['CASE#old', at(1, 1)],
    ['CASE#old', at(2, 2)],
    ['CASE#old', 'head'],
    ['CASE#new', at(2, 1)],
    ['CASE#new', at(2, 11)],
    ['CASE#new', `access#${'0'.repeat(25)}1`],
  ]);
  const found: string[] = [];
  for await (const pk of recordsIn(client, 'records')) found.push(pk);
  expect(found).toEqual(['CASE#old', 'CASE#new']);
});
