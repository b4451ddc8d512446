import {
  CreateStackCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
  waitUntilStackCreateComplete,
  waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation';
import { DescribeTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { AlreadyExistsException, paginateListAliases, ReplicateKeyCommand } from '@aws-sdk/client-kms';
import { PutBucketReplicationCommand } from '@aws-sdk/client-s3';
import {
  BUCKET_PURPOSES,
  bucketName,
  keyOutput,
  OPERATED_KEYS,
  recordsTableName,
  replicaKeyExport,
  replicaStreamExport,
} from '../infra/names.ts';
import { replicationRules } from '../infra/replication-rules.ts';
import { account, type Clients, clientsFor, localSecondRegion } from './aws.ts';

// The local CloudFormation refuses replicas of keys and drops those of tables; the services' own APIs make both. Their
// names are exported as the stacks keys-replica and data-join export them on AWS, so that what imports them is the same.

const stage = 'local';

interface Target {
  readonly endpoint: string;
  readonly region: string;
}

/** Between the stacks of the first region and those of the second. */
export async function joinSecondRegion(target: Target): Promise<void> {
  const first = clientsFor(target.endpoint, target.region);
  const second = clientsFor(target.endpoint, localSecondRegion);
  const exported = { ...(await replicateKeys(first)), ...(await replicateRecords(first, second)) };
  await exportByStack(second, exported);
}

/** Both ways, once both regions have their buckets. By which role and key does not matter to the emulator. */
export async function replicateBuckets({ endpoint, region }: Target): Promise<void> {
  const directions = [
    [region, localSecondRegion],
    [localSecondRegion, region],
  ] as const;
  for (const purpose of BUCKET_PURPOSES) {
    for (const [from, to] of directions) {
      const nameIn = (region: string) => bucketName({ account }, stage, purpose, region);
      const { s3 } = clientsFor(endpoint, from);
      const target = {
        bucketArn: `arn:aws:s3:::${nameIn(to)}`,
        keyArn: `arn:aws:kms:${to}:${account}:alias/aws/s3`,
      };
      const ReplicationConfiguration = {
        Role: `arn:aws:iam::${account}:role/replication`,
        Rules: replicationRules(purpose, target),
      };
      await s3.send(new PutBucketReplicationCommand({ Bucket: nameIn(from), ReplicationConfiguration }));
    }
  }
}

async function replicateKeys({ kms }: Clients): Promise<Record<string, string>> {
  const prefix = `alias/banli/${stage}/`;
  const exported: Record<string, string> = {};
  for await (const { Aliases } of paginateListAliases({ client: kms }, {})) {
    for (const { AliasName = '', AliasArn = '', TargetKeyId: KeyId = '' } of Aliases ?? []) {
      if (!AliasName.startsWith(prefix)) continue;
      const replicate = new ReplicateKeyCommand({ KeyId, ReplicaRegion: localSecondRegion });
      await kms.send(replicate).catch((error) => {
        if (!(error instanceof AlreadyExistsException)) throw error;
      });
      const account = AliasArn.split(':')[4] ?? '';
      const purpose = AliasName.slice(prefix.length);
      const replica = `arn:aws:kms:${localSecondRegion}:${account}:key/${KeyId}`;
      exported[replicaKeyExport(stage, purpose)] = replica;
      for (const operated of OPERATED_KEYS.filter((one) => one === purpose))
        exported[keyOutput(operated)] = replica;
    }
  }
  return exported;
}

async function replicateRecords(first: Clients, second: Clients): Promise<Record<string, string>> {
  const TableName = recordsTableName(stage);
  const { Table: own } = await first.dynamo.send(new DescribeTableCommand({ TableName }));
  if (!own?.Replicas?.some(({ RegionName }) => RegionName === localSecondRegion)) {
    const ReplicaUpdates = [{ Create: { RegionName: localSecondRegion } }];
    await first.dynamo.send(new UpdateTableCommand({ TableName, ReplicaUpdates }));
  }
  const { Table: replica } = await second.dynamo.send(new DescribeTableCommand({ TableName }));
  return { [replicaStreamExport(stage)]: replica?.LatestStreamArn ?? '' };
}

async function exportByStack({ cloudFormation: client }: Clients, values: Readonly<Record<string, string>>) {
  const StackName = `banli-${stage}-exports`;
  const outputs = Object.entries(values).map(([Name, Value]) => [
    Name.replace(/\W/g, ''),
    { Value, Export: { Name } },
  ]);
  const TemplateBody = JSON.stringify({
    // A stack must have a resource; this one is nothing.
    Resources: { nothing: { Type: 'AWS::CloudFormation::WaitConditionHandle' } },
    Outputs: Object.fromEntries(outputs),
  });
  const waiting = { client, maxWaitTime: 60, minDelay: 0.1, maxDelay: 1 };
  const known = await client.send(new DescribeStacksCommand({ StackName })).catch(() => undefined);
  if (known === undefined) {
    await client.send(new CreateStackCommand({ StackName, TemplateBody }));
    await waitUntilStackCreateComplete(waiting, { StackName });
  } else if (known.Stacks?.[0]?.Outputs?.length !== outputs.length) {
    await client.send(new UpdateStackCommand({ StackName, TemplateBody }));
    await waitUntilStackUpdateComplete(waiting, { StackName });
  }
}
