import {
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  type LifecycleRule,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutObjectLockConfigurationCommand,
} from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { type Clients, clientsFor } from './aws.ts';
import { type DeployedResource, deployedResources } from './templates.ts';

// The emulator's CloudFormation drops these settings without a word. Whatever the templates say of them is said
// again here, through the services' own APIs, so that the local cloud behaves as the real one would.

const tableShape = z.looseObject({
  TimeToLiveSpecification: z.optional(z.object({ AttributeName: z.string(), Enabled: z.boolean() })),
  Replicas: z._default(
    z.array(
      z.looseObject({
        Region: z.string(),
        DeletionProtectionEnabled: z.optional(z.boolean()),
        PointInTimeRecoverySpecification: z.optional(
          z.looseObject({ PointInTimeRecoveryEnabled: z.boolean() }),
        ),
      }),
    ),
    [],
  ),
});

const ruleShape = z.looseObject({
  Id: z.optional(z.string()),
  Status: z.enum(['Enabled', 'Disabled']),
  Prefix: z.optional(z.string()),
  ExpirationInDays: z.optional(z.number()),
  NoncurrentVersionExpiration: z.optional(z.looseObject({ NoncurrentDays: z.number() })),
  AbortIncompleteMultipartUpload: z.optional(z.looseObject({ DaysAfterInitiation: z.number() })),
});
const bucketShape = z.looseObject({
  BucketEncryption: z.optional(z.unknown()),
  LifecycleConfiguration: z.optional(z.looseObject({ Rules: z.array(ruleShape) })),
  ObjectLockEnabled: z.optional(z.boolean()),
  ObjectLockConfiguration: z.optional(
    z.looseObject({
      Rule: z.optional(
        z.looseObject({
          DefaultRetention: z.looseObject({
            Mode: z.enum(['COMPLIANCE', 'GOVERNANCE']),
            Days: z.optional(z.number()),
            Years: z.optional(z.number()),
          }),
        }),
      ),
    }),
  ),
});

export async function reapplyDroppedSettings(
  target: { readonly endpoint: string; readonly region: string },
  assembly: string,
): Promise<void> {
  const clients = clientsFor(target.endpoint, target.region);
  for (const resource of await deployedResources(clients.cloudFormation, assembly, target.region)) {
    if (resource.type === 'AWS::DynamoDB::GlobalTable') await reapplyTable(clients, resource, target.region);
    if (resource.type === 'AWS::S3::Bucket') await reapplyBucket(clients, resource);
  }
}

async function reapplyTable(
  { dynamo }: Clients,
  { name, properties }: DeployedResource,
  region: string,
): Promise<void> {
  const table = tableShape.parse(properties);
  const ttl = table.TimeToLiveSpecification;
  if (ttl) await dynamo.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: ttl }));
  const own = table.Replicas.find(({ Region }) => Region === region);
  const recovery = own?.PointInTimeRecoverySpecification;
  if (recovery?.PointInTimeRecoveryEnabled) {
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
    await dynamo.send(
      new UpdateContinuousBackupsCommand({ TableName: name, PointInTimeRecoverySpecification }),
    );
  }
  if (own?.DeletionProtectionEnabled) {
    await dynamo.send(new UpdateTableCommand({ TableName: name, DeletionProtectionEnabled: true }));
  }
}

async function reapplyBucket({ s3 }: Clients, { name, properties }: DeployedResource): Promise<void> {
  const bucket = bucketShape.parse(properties);
  if (bucket.BucketEncryption) {
    // Which customer key it is does not matter to the emulator, and the template names it by reference only.
    const Rules = [
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const }, BucketKeyEnabled: true },
    ];
    await s3.send(
      new PutBucketEncryptionCommand({ Bucket: name, ServerSideEncryptionConfiguration: { Rules } }),
    );
  }
  const rules = bucket.LifecycleConfiguration?.Rules.map(lifecycleRule);
  if (rules) {
    const LifecycleConfiguration = { Rules: rules };
    await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket: name, LifecycleConfiguration }));
  }
  const retention = bucket.ObjectLockConfiguration?.Rule?.DefaultRetention;
  if (bucket.ObjectLockEnabled) {
    const ObjectLockConfiguration = {
      ObjectLockEnabled: 'Enabled' as const,
      ...(retention ? { Rule: { DefaultRetention: lockPeriod(retention) } } : {}),
    };
    await s3.send(new PutObjectLockConfigurationCommand({ Bucket: name, ObjectLockConfiguration }));
  }
}

function lifecycleRule(rule: z.infer<typeof ruleShape>): LifecycleRule {
  const { NoncurrentVersionExpiration: noncurrent, AbortIncompleteMultipartUpload: abort } = rule;
  return {
    Status: rule.Status,
    Filter: { Prefix: rule.Prefix ?? '' },
    ...(rule.Id ? { ID: rule.Id } : {}),
    ...(rule.ExpirationInDays ? { Expiration: { Days: rule.ExpirationInDays } } : {}),
    ...(noncurrent ? { NoncurrentVersionExpiration: { NoncurrentDays: noncurrent.NoncurrentDays } } : {}),
    ...(abort ? { AbortIncompleteMultipartUpload: { DaysAfterInitiation: abort.DaysAfterInitiation } } : {}),
  };
}

function lockPeriod(retention: {
  Mode: 'COMPLIANCE' | 'GOVERNANCE';
  Days?: number | undefined;
  Years?: number | undefined;
}) {
  const { Mode, Days, Years } = retention;
  return { Mode, ...(Days ? { Days } : {}), ...(Years ? { Years } : {}) };
}
