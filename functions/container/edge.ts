import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbEdgeSecrets } from '../adapters/dynamodb/edge-secrets.ts';
import { configured } from '../config.ts';
import type { EdgeSecrets } from '../ports/edge-secrets.ts';

/** What knows the edge's word, where the stage has an edge; a stage has to say that it has none. */
export function makeEdge(): EdgeSecrets | undefined {
  const edge = configured('edge');
  if (edge === 'none') return undefined;
  if (edge !== 'required')
    throw new Error(`"${edge}" says neither that there is an edge nor that there is none`);
  return makeEdgeKeeper();
}

export function makeEdgeKeeper() {
  return new DynamoDbEdgeSecrets(
    DynamoDBDocumentClient.from(new DynamoDBClient({})),
    configured('recordsTable'),
  );
}
