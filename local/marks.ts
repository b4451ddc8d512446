import { CreateTableCommand, type DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

// Marks say what was already done to a local cloud. They live in it, not beside it: when its state is lost, or an
// older one comes back, they are lost or older with it.
const table = 'local-marks';

export async function readMark(dynamo: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    const { Item } = await dynamo.send(new GetCommand({ TableName: table, Key: { name } }));
    return typeof Item?.value === 'string' ? Item.value : undefined;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

export async function writeMark(dynamo: DynamoDBClient, name: string, value: string): Promise<void> {
  const put = new PutCommand({ TableName: table, Item: { name, value } });
  try {
    await dynamo.send(put);
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await createTable(dynamo);
    await dynamo.send(put);
  }
}

async function createTable(dynamo: DynamoDBClient): Promise<void> {
  await dynamo.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'name', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'name', KeyType: 'HASH' }],
    }),
  );
}
