import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbTransient } from '../adapters/dynamodb/transient.ts';
import { configured } from '../config.ts';

export function makeTransient() {
  return new DynamoDbTransient(
    DynamoDBDocumentClient.from(new DynamoDBClient({})),
    configured('transientTable'),
  );
}
