import { hash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbAccessLog } from '../adapters/dynamodb/access-log.ts';
import { DynamoDbActiveRegion } from '../adapters/dynamodb/active-region.ts';
import { DynamoDbClaims } from '../adapters/dynamodb/claims.ts';
import { DynamoDbColleagues } from '../adapters/dynamodb/colleagues.ts';
import { DynamoDbDraftStore } from '../adapters/dynamodb/draft-store.ts';
import { DynamoDbFollowUpItems } from '../adapters/dynamodb/follow-up-items.ts';
import { DynamoDbLeftOvers } from '../adapters/dynamodb/left-overs.ts';
import { DynamoDbLogins } from '../adapters/dynamodb/logins.ts';
import { DynamoDbMessageItems } from '../adapters/dynamodb/message-items.ts';
import { DynamoDbRecordLists } from '../adapters/dynamodb/record-lists.ts';
import { DynamoDbRecordStore } from '../adapters/dynamodb/record-store.ts';
import { DynamoDbRelayStore } from '../adapters/dynamodb/relay-store.ts';
import { DynamoDbWorkflowItems } from '../adapters/dynamodb/workflow-items.ts';
import { configured } from '../config.ts';
import { makeReferences } from '../use-cases/cases/references.ts';

/** Everything kept in the table of records, for functions that hold no key. */
export function makeRecords() {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = configured('recordsTable');
  const store = new DynamoDbRecordStore(client, table);
  const [hall = ''] = configured('halls').split(',');
  return {
    client,
    hall,
    store,
    sha256,
    lists: new DynamoDbRecordLists(client, table),
    drafts: new DynamoDbDraftStore(client, table),
    access: new DynamoDbAccessLog(client, table),
    claims: new DynamoDbClaims(client, table),
    logins: new DynamoDbLogins(client, table),
    colleagues: new DynamoDbColleagues(client, table),
    relay: new DynamoDbRelayStore(client, table),
    messageItems: new DynamoDbMessageItems(client, table),
    followUpItems: new DynamoDbFollowUpItems(client, table),
    workflowItems: new DynamoDbWorkflowItems(client, table),
    activeRegion: new DynamoDbActiveRegion(client, table, {
      own: configured('region'),
      first: configured('homeRegion'),
    }),
    leftOvers: new DynamoDbLeftOvers(client, table),
    references: makeReferences(store, { hall, sha256, nowMilliseconds: () => Date.now() }),
  };
}

function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes);
}
