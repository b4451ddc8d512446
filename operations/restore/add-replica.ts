import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, type TableDescription, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import type { SecondRegion } from '../../infra/regions.ts';
import { describeTable } from './empty-table.ts';
import { protectTable } from './protect-table.ts';

const POLL_MILLISECONDS = 5000;
const MOST_POLLS = 360;

/**
 * Gives an empty table its replica, with its own key's replica and all that a replica does not take over: protection and
 * backups, and under strong consistency the stream. Answers the replica's stream. The table that is left is not asked: it may
 * be lost.
 */
export async function addReplica(
  client: DynamoDBClient,
  { region, consistency, ...more }: SecondRegion,
  { target, protect }: { readonly target: string; readonly protect: boolean },
): Promise<string> {
  const { SSEDescription } = await describeTable(client, target);
  const key = SSEDescription?.KMSMasterKeyArn && arnIn(region, SSEDescription.KMSMasterKeyArn);
  const witness = 'witness' in more ? more.witness : undefined;
  await client.send(
    new UpdateTableCommand({
      TableName: target,
      ReplicaUpdates: [{ Create: { RegionName: region, ...(key && { KMSMasterKeyId: key }) } }],
      ...(consistency === 'strong' && { MultiRegionConsistency: 'STRONG' as const }),
      ...(witness !== undefined && { GlobalTableWitnessUpdates: [{ Create: { RegionName: witness } }] }),
    }),
  );
  await whenActive(client, target, ({ Replicas = [] }) =>
    Replicas.some(({ RegionName, ReplicaStatus }) => RegionName === region && ReplicaStatus === 'ACTIVE'),
  );
  return equip(new DynamoDBClient({ region }), target, protect);
}

async function equip(there: DynamoDBClient, target: string, protect: boolean): Promise<string> {
  const { LatestStreamArn } = await describeTable(there, target);
  if (LatestStreamArn === undefined)
    await there.send(
      new UpdateTableCommand({
        TableName: target,
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      }),
    );
  const { LatestStreamArn: stream = '' } = await whenActive(
    there,
    target,
    (table) => !!table.LatestStreamArn,
  );
  await protectTable(there, target, { deletion: protect });
  await whenActive(there, target, () => true);
  return stream;
}

async function whenActive(
  client: DynamoDBClient,
  table: string,
  isDone: (table: TableDescription) => boolean,
): Promise<TableDescription> {
  for (let polls = 0; polls < MOST_POLLS; polls += 1) {
    const described = await describeTable(client, table);
    if (described.TableStatus === 'ACTIVE' && isDone(described)) return described;
    await pause(POLL_MILLISECONDS);
  }
  throw new Error(`${table} has not become what it was asked to be`);
}

/** A multi-Region key has one id in all of its regions. */
function arnIn(region: string, keyArn: string): string {
  return keyArn
    .split(':')
    .map((part, place) => (place === 3 ? region : part))
    .join(':');
}
