import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { DynamoDbRecordLists } from '../../../functions/adapters/dynamodb/record-lists.ts';
import { mockClient } from '../../support/mock-client.ts';

const TABLE = 'records';

/** A table that finds three cases, and gives of each batch so many heads as it can for now. */
function givenBusyTable(atOnce: number) {
  const service = mockClient(DynamoDBDocumentClient);
  const found = ['a', 'b', 'c'].map((id) => ({ kind: 'case', id, gsi3sk: `case#${id}` }));
  service.on(QueryCommand).resolves({ Items: found });
  service.on(BatchGetCommand).callsFake(({ RequestItems }) => {
    const asked: readonly { pk: string }[] = RequestItems[TABLE].Keys;
    const given = asked
      .slice(0, atOnce)
      .map(({ pk }) => ({ kind: 'case', id: pk.split('#')[1], version: 1 }));
    const left = asked.slice(atOnce);
    return {
      Responses: { [TABLE]: given.map((head) => ({ ...head, card: {} })) },
      UnprocessedKeys: left.length > 0 ? { [TABLE]: { Keys: left } } : {},
    };
  });
  return new DynamoDbRecordLists(
    DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1' })),
    TABLE,
  );
}

describe('finding by a value', () => {
  test('[R2] misses nothing that a busy table gave in parts', async () => {
    const { records } = await givenBusyTable(1).find('receipt', 'BL1', { limit: 25 });
    expect(records.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('fails rather than answer in part when the table gives nothing', async () => {
    await expect(givenBusyTable(0).find('receipt', 'BL1', { limit: 25 })).rejects.toThrow('3 heads too few');
  });
});
