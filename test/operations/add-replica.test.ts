import {
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { TOKYO_OSAKA } from '../../infra/regions.ts';
import { addReplica } from '../../operations/restore/add-replica.ts';
import { mockClient } from '../support/mock-client.ts';

const OSAKA = TOKYO_OSAKA.region;
const TARGET = 'records-anew';
const keyIn = (region: string) => `arn:aws:kms:${region}:111111111111:key/mrk-1`;
const STREAM = `arn:aws:dynamodb:${OSAKA}:111111111111:table/${TARGET}/stream/now`;

/** Nothing but the new table is there. Its replica has the stream, the backups and the protection it is given there. */
function givenTable() {
  const has: Record<string, unknown> = {};
  const service = mockClient(DynamoDBClient);
  const regionOf = (client: unknown) =>
    client instanceof DynamoDBClient ? client.config.region() : undefined;
  service.on(DescribeTableCommand).callsFake(async ({ TableName }, client) => {
    if (TableName !== TARGET) throw new ResourceNotFoundException({ message: 'gone', $metadata: {} });
    const region = await regionOf(client());
    return {
      Table: {
        TableStatus: 'ACTIVE',
        SSEDescription: { KMSMasterKeyArn: keyIn(String(region)) },
        Replicas: [{ RegionName: OSAKA, ReplicaStatus: 'ACTIVE' }],
        ...(region === OSAKA && has.StreamSpecification !== undefined && { LatestStreamArn: STREAM }),
      },
    };
  });
  const keep = async (input: object, client: () => unknown) => {
    if ((await regionOf(client())) === OSAKA) Object.assign(has, input);
    return {};
  };
  service.on(UpdateTableCommand).callsFake(keep);
  service.on(UpdateContinuousBackupsCommand).callsFake(keep);
  return { service, has, client: new DynamoDBClient({ region: 'ap-northeast-1' }) };
}

test('[R17] a replica is made though the table before is lost, under its key in the second region', async () => {
  const { service, client } = givenTable();
  await addReplica(client, TOKYO_OSAKA, { target: TARGET, protect: true });
  const [made] = service.commandCalls(UpdateTableCommand);
  expect(made?.args[0].input).toMatchObject({
    ReplicaUpdates: [{ Create: { RegionName: OSAKA, KMSMasterKeyId: keyIn(OSAKA) } }],
    MultiRegionConsistency: 'STRONG',
  });
});

test('[R17] and is given what a replica with strong consistency does not take over: stream, backups, protection', async () => {
  const { has, client } = givenTable();
  await expect(addReplica(client, TOKYO_OSAKA, { target: TARGET, protect: true })).resolves.toBe(STREAM);
  expect(has).toMatchObject({
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    DeletionProtectionEnabled: true,
  });
});
