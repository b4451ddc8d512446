import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

const CREATED_WITHIN_SECONDS = 900;

export async function describeTable(client: DynamoDBClient, table: string): Promise<TableDescription> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table })).catch(noTable);
  if (Table === undefined) throw new Error(`There is no table ${table}`);
  return Table;
}

function noTable(error: unknown): { readonly Table?: never } {
  if (error instanceof ResourceNotFoundException) return {};
  throw error;
}

/** An empty table with the keys, indexes and key of another; a stream only where it is to be worked with. */
export async function createEmptyTable(
  client: DynamoDBClient,
  source: TableDescription,
  table: string,
  { stream }: { readonly stream: boolean } = { stream: false },
): Promise<TableDescription> {
  const masterKey = source.SSEDescription?.KMSMasterKeyArn;
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: source.KeySchema,
      AttributeDefinitions: source.AttributeDefinitions,
      GlobalSecondaryIndexes: (source.GlobalSecondaryIndexes ?? []).map(
        ({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }),
      ),
      ...(masterKey && { SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: masterKey } }),
      ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: CREATED_WITHIN_SECONDS }, { TableName: table });
  return describeTable(client, table);
}

/** A rehearsal's copy holds what the table holds: it does not stay longer than it is needed. */
export async function dropCopy(client: DynamoDBClient, table: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: table }));
}
