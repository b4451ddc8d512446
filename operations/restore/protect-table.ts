import {
  type DynamoDBClient,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';

/** What a table is not born with and a replica does not take over: recovery to any second, and that nobody drops it. */
export async function protectTable(
  client: DynamoDBClient,
  table: string,
  { deletion }: { readonly deletion: boolean },
): Promise<void> {
  await client.send(
    new UpdateContinuousBackupsCommand({
      TableName: table,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  );
  if (deletion)
    await client.send(new UpdateTableCommand({ TableName: table, DeletionProtectionEnabled: true }));
}
