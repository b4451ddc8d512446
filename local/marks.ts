import { CreateTableCommand, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

// Marks say what was already done to a local cloud. They live in it, not beside it: when its state is lost, or an
// older one comes back, they are lost or older with it.
const table = 'local-marks';

export async function readMark(documents: DynamoDBDocumentClient, name: string): Promise<string | undefined> {
  try {
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key: { name } }));
    return typeof Item?.value === 'string' ? Item.value : undefined;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

export async function writeMark(
  documents: DynamoDBDocumentClient,
  name: string,
  value: string,
): Promise<void> {
  const put = new PutCommand({ TableName: table, Item: { name, value } });
  try {
    await documents.send(put);
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await createTable(documents);
    await documents.send(put);
  }
}

async function createTable(documents: DynamoDBDocumentClient): Promise<void> {
  await documents.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'name', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'name', KeyType: 'HASH' }],
    }),
  );
}
