import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { DOCUMENT_PREFIX } from '../../functions/environment.ts';
import type { StageConfig } from '../config.ts';
import { DELIVERED_LOGS, deliveredLogGroupName, KeptLogs, logGroupName } from '../constructs/kept-logs.ts';
import { PostOffice } from '../constructs/post-office.ts';
import { fixedKeys, type KeysByPurpose } from '../constructs/purpose-keys.ts';
import { RecordTable } from '../constructs/record-table.ts';
import { SealedBucket } from '../constructs/sealed-bucket.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { CustomerPool, StaffPool } from '../constructs/user-pools.ts';
import { FUNCTIONS, type POOL_TRIGGERS } from '../function-entries.ts';
import type { ServedData } from '../served-data.ts';

export interface DataStackProps extends StackProps {
  readonly config: StageConfig;
  readonly bundles: string;
  readonly keys: KeysByPurpose;
}

/** What must outlive every deployment: table, buckets, pools, mail identity. Logical ids are pinned by a test. */
export class DataStack extends Stack implements ServedData {
  readonly keys: KeysByPurpose;
  readonly records: RecordTable;
  readonly transient: TableV2;
  readonly documents: SealedBucket;
  readonly archive: SealedBucket;
  readonly digests: SealedBucket;
  readonly customers: CustomerPool;
  readonly staff: StaffPool;
  readonly postOffice: PostOffice;

  constructor(scope: Construct, id: string, { config, bundles, keys: given, ...props }: DataStackProps) {
    super(scope, id, props);
    this.keys = given;
    const { removal, enforceTls, stage } = config;
    const keys = fixedKeys(this, given);
    // A multi-Region key has one id in all of its regions.
    const keyArnIn = (region: string) =>
      this.formatArn({ service: 'kms', region, resource: 'key', resourceName: keys.table.keyId });
    const replica = config.replica && { ...config.replica, keyArn: keyArnIn(config.replica.region) };
    const logs = new KeptLogs(this, 'logs', {
      key: keys.logs,
      retention: config.logRetention,
      removal,
      names: [
        ...Object.keys(FUNCTIONS).map((folder) => logGroupName(stage, folder)),
        ...DELIVERED_LOGS.map((writer) => deliveredLogGroupName(stage, writer)),
      ],
    });
    this.records = new RecordTable(this, 'records', {
      key: keys.table,
      removal,
      ...(replica && { replica }),
    });
    this.transient = new TableV2(this, 'transient', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(keys.table),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expiresAtEpochSeconds',
      removalPolicy: removal,
    });
    this.documents = new SealedBucket(this, 'documents', {
      key: keys.documents,
      removal,
      enforceTls,
      expire: { [DOCUMENT_PREFIX.quarantine]: 2 },
      cors: [
        {
          allowedOrigins: [config.portalOrigin],
          allowedMethods: [HttpMethods.POST, HttpMethods.GET],
          allowedHeaders: ['*'],
        },
      ],
    });
    this.archive = new SealedBucket(this, 'archive', {
      key: keys.archive,
      removal,
      enforceTls,
      lockFor: Duration.days(3650),
    });
    this.digests = new SealedBucket(this, 'digests', {
      key: keys.archive,
      removal,
      enforceTls,
      lockFor: Duration.days(3650),
    });
    this.postOffice = new PostOffice(this, 'post-office', {
      stage,
      sender: config.mailSender,
      key: keys.messages,
      enforceTls,
      grantByIdentity: config.checksEveryResource,
    });
    this.customers = new CustomerPool(this, 'customers', {
      name: `banli-${stage}-customers`,
      removal,
      triggers: this.#triggers(config, bundles, keys, logs),
    });
    this.staff = new StaffPool(this, 'staff', { name: `banli-${stage}-staff`, removal });
    this.#outputs();
  }

  #triggers(config: StageConfig, bundles: string, keys: KeysByPurpose, logs: KeptLogs) {
    const make = (folder: (typeof POOL_TRIGGERS)[number], name: string) => {
      const entry = FUNCTIONS[folder];
      const trigger = new ServiceFunction(this, name, {
        config,
        folder,
        bundles,
        timeoutSeconds: 5,
      });
      trigger.node.addDependency(logs);
      if (entry?.transient) {
        this.transient.grant(trigger.grantee, 'dynamodb:PutItem', 'dynamodb:UpdateItem');
        keys.table.grantEncryptDecrypt(trigger.grantee);
        trigger.setEnvironment({ transientTable: this.transient.tableName });
      }
      if (entry?.mail) {
        this.postOffice.grantMail(trigger.grantee);
        this.postOffice.grantSms(trigger.grantee);
        trigger.setEnvironment({
          hotline: config.hotline,
          mailSender: config.mailSender,
          mailConfiguration: this.postOffice.configurationSet,
        });
      }
      return trigger;
    };
    return {
      define: make('events/define-sign-in', 'define-sign-in'),
      create: make('events/send-sign-in-code', 'send-sign-in-code'),
      verify: make('events/check-sign-in-code', 'check-sign-in-code'),
    };
  }

  #outputs(): void {
    const outputs = {
      RecordsTableName: this.records.table.tableName,
      TransientTableName: this.transient.tableName,
      DocumentsBucketName: this.documents.bucket.bucketName,
      ArchiveBucketName: this.archive.bucket.bucketName,
      DigestsBucketName: this.digests.bucket.bucketName,
      CustomerPoolId: this.customers.pool.userPoolId,
      CustomerClientId: this.customers.client.userPoolClientId,
      StaffPoolId: this.staff.pool.userPoolId,
      StaffClientId: this.staff.client.userPoolClientId,
      SystemClientId: this.staff.systemClient.userPoolClientId,
      MailReportsTopicArn: this.postOffice.reports.topicArn,
    };
    for (const [name, value] of Object.entries(outputs))
      new CfnOutput(this, name, { value }).overrideLogicalId(name);
  }
}
