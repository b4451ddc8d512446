import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import { DOCUMENT_PREFIX } from '../functions/environment.ts';
import type { StageConfig } from './config.ts';
import { DELIVERED_LOGS, deliveredLogGroupName, KeptLogs, logGroupName } from './constructs/kept-logs.ts';
import { PostOffice } from './constructs/post-office.ts';
import type { KeyPurpose, KeysByPurpose } from './constructs/purpose-keys.ts';
import { SealedBucket, type SealedBucketProps } from './constructs/sealed-bucket.ts';
import { CustomerPool, StaffPool } from './constructs/user-pools.ts';
import { FUNCTIONS } from './function-entries.ts';
import { type BucketPurpose, bucketName, byBucket } from './names.ts';
import { poolTriggers } from './pool-triggers.ts';
import type { ServedData } from './served-data.ts';

export interface RegionalDataProps {
  readonly config: StageConfig;
  readonly bundles: string;
  /** Fixed ones, of this region. */
  readonly keys: KeysByPurpose;
}

/** What each region has of its own: all but the records, which are one table in both. */
export type RegionalData = Omit<ServedData, 'keys' | 'records'>;

type BucketKind = Pick<SealedBucketProps, 'lockFor' | 'holdFromPut' | 'expire'> & {
  readonly key: KeyPurpose;
  /** What pages of the portal do there by links they are given. */
  readonly pages?: 'upload-and-read' | 'read';
};

const LOCK = Duration.days(3650);

/** One more bucket is one more line here and in names.ts: replication, its role and its key statements follow. */
export const BUCKETS: Readonly<Record<BucketPurpose, BucketKind>> = {
  documents: { key: 'documents', expire: { [DOCUMENT_PREFIX.quarantine]: 2 }, pages: 'upload-and-read' },
  archive: { key: 'archive', holdFromPut: true, pages: 'read' },
  digests: { key: 'archive', lockFor: LOCK },
};

export function addRegionalData(stack: Stack, { config, bundles, keys }: RegionalDataProps): RegionalData {
  const { removal, enforceTls, stage } = config;
  const logs = new KeptLogs(stack, 'logs', {
    key: keys.logs,
    retention: config.logRetention,
    removal,
    names: [
      ...Object.keys(FUNCTIONS).map((folder) => logGroupName(stage, folder)),
      ...DELIVERED_LOGS.map((writer) => deliveredLogGroupName(stage, writer)),
    ],
  });
  const transient = new TableV2(stack, 'transient', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(keys.table),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute: 'expiresAtEpochSeconds',
    removalPolicy: removal,
  });
  const buckets = byBucket((purpose) => makeBucket(stack, purpose, config, keys));
  const postOffice = new PostOffice(stack, 'post-office', {
    stage,
    sender: config.mailSender,
    key: keys.messages,
    enforceTls,
    grantByIdentity: config.checksEveryResource,
  });
  const customers = new CustomerPool(stack, 'customers', {
    name: `banli-${stage}-customers`,
    removal,
    triggers: poolTriggers(stack, { config, bundles, keys, logs, transient, postOffice }),
  });
  const staff = new StaffPool(stack, 'staff', { name: `banli-${stage}-staff`, removal });
  return { transient, ...buckets, postOffice, customers, staff };
}

function makeBucket(stack: Stack, purpose: BucketPurpose, config: StageConfig, keys: KeysByPurpose) {
  const { key, pages, ...kind } = BUCKETS[purpose];
  const { removal, enforceTls, stage } = config;
  return new SealedBucket(stack, purpose, {
    name: bucketName(stack, stage, purpose, stack.region),
    key: keys[key],
    removal,
    enforceTls,
    ...kind,
    ...(pages && {
      cors: [
        {
          allowedOrigins: [config.portalOrigin],
          allowedMethods: [...(pages === 'read' ? [] : [HttpMethods.POST]), HttpMethods.GET],
          allowedHeaders: ['*'],
        },
      ],
    }),
  });
}

/** What operators, the local cloud and tests must know of a region's data. */
export function addDataOutputs(stack: Stack, { records, ...data }: Omit<ServedData, 'keys'>): void {
  const outputs = {
    RecordsTableName: records.table.tableName,
    TransientTableName: data.transient.tableName,
    DocumentsBucketName: data.documents.bucket.bucketName,
    ArchiveBucketName: data.archive.bucket.bucketName,
    DigestsBucketName: data.digests.bucket.bucketName,
    CustomerPoolId: data.customers.pool.userPoolId,
    CustomerClientId: data.customers.client.userPoolClientId,
    StaffPoolId: data.staff.pool.userPoolId,
    StaffClientId: data.staff.client.userPoolClientId,
    SystemClientId: data.staff.systemClient.userPoolClientId,
    MailReportsTopicArn: data.postOffice.reports.topicArn,
  };
  for (const [name, value] of Object.entries(outputs))
    new CfnOutput(stack, name, { value }).overrideLogicalId(name);
}
