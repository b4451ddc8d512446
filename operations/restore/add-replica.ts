import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import type { SecondRegion } from '../../infra/regions.ts';
import { describeTable } from './empty-table.ts';

const POLL_MILLISECONDS = 5000;
const MOST_POLLS = 360;

/** Gives an empty table its replica, with the same key and consistency as the one that is left; answers the replica's stream. */
export async function addReplica(
  client: DynamoDBClient,
  { region, consistency, ...more }: SecondRegion,
  { live, target }: { readonly live: string; readonly target: string },
): Promise<string> {
  const source = await describeTable(client, live);
  const key = source.Replicas?.find(({ RegionName }) => RegionName === region)?.KMSMasterKeyId;
  const witness = 'witness' in more ? more.witness : undefined;
  await client.send(
    new UpdateTableCommand({
      TableName: target,
      ReplicaUpdates: [{ Create: { RegionName: region, ...(key && { KMSMasterKeyId: key }) } }],
      ...(consistency === 'strong' && { MultiRegionConsistency: 'STRONG' as const }),
      ...(witness !== undefined && { GlobalTableWitnessUpdates: [{ Create: { RegionName: witness } }] }),
    }),
  );
  for (let polls = 0; polls < MOST_POLLS; polls += 1) {
    const { TableStatus, Replicas = [] } = await describeTable(client, target);
    const replica = Replicas.find(({ RegionName }) => RegionName === region);
    if (TableStatus === 'ACTIVE' && replica?.ReplicaStatus === 'ACTIVE') break;
    await pause(POLL_MILLISECONDS);
  }
  const there = await describeTable(new DynamoDBClient({ region }), target);
  return there.LatestStreamArn ?? '';
}
