import { Duration, Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { ServedData } from '../served-data.ts';
import { fixedKeys } from './purpose-keys.ts';
import { SealedBucket } from './sealed-bucket.ts';

const TRAIL = 'cloudtrail.amazonaws.com';

export interface AccountTrailProps {
  readonly config: StageConfig;
  readonly data: ServedData;
}

/**
 * Who called AWS, and who touched tables and files past the application: written by the service alone into a bucket that
 * nobody can empty before its time. The first region's trail also has what belongs to no region, and the edge's.
 */
export class AccountTrail extends Construct {
  constructor(scope: Construct, id: string, { config, data }: AccountTrailProps) {
    super(scope, id);
    const { stage, region, removal, enforceTls, logRetention } = config;
    const stack = Stack.of(this);
    const keys = fixedKeys(this, data.keys);
    // The first region's stands in every region under its name, where another of that name would be refused.
    const trailName = stack.region === region ? `banli-${stage}` : `banli-${stage}-${stack.region}`;
    const trailArn = stack.formatArn({ service: 'cloudtrail', resource: 'trail', resourceName: trailName });
    const { bucket } = new SealedBucket(this, 'trail', {
      name: `banli-${stage}-trail-${stack.account}-${stack.region}`,
      key: keys.trail,
      removal,
      enforceTls,
      lockFor: Duration.days(logRetention),
    });
    const ofTrail = { StringEquals: { 'aws:SourceArn': trailArn } };
    const written = bucket.arnForObjects(`AWSLogs/${stack.account}/*`);
    const service = [new ServicePrincipal(TRAIL)];
    for (const statement of [
      new PolicyStatement({
        sid: 'TrailLooksAtTheBucket',
        principals: service,
        actions: ['s3:GetBucketAcl'],
        resources: [bucket.bucketArn],
        conditions: ofTrail,
      }),
      new PolicyStatement({
        sid: 'TrailWrites',
        principals: service,
        actions: ['s3:PutObject'],
        resources: [written],
        conditions: {
          StringEquals: { ...ofTrail.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      }),
      new PolicyStatement({
        sid: 'NobodyElseWrites',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: { StringNotEquals: { 'aws:PrincipalServiceName': TRAIL } },
      }),
      new PolicyStatement({
        sid: 'NobodyDeletes',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'],
        resources: [bucket.arnForObjects('*')],
      }),
    ])
      bucket.addToResourcePolicy(statement);
    const files = [data.documents, data.archive, data.digests].map((held) => `${held.bucket.bucketArn}/`);
    const trail = new CfnTrail(this, 'account', {
      trailName,
      isLogging: true,
      isMultiRegionTrail: stack.region === region,
      includeGlobalServiceEvents: stack.region === region,
      enableLogFileValidation: true,
      s3BucketName: bucket.bucketName,
      kmsKeyId: keys.trail.keyArn,
      eventSelectors: [
        {
          includeManagementEvents: true,
          readWriteType: 'All',
          dataResources: [
            { type: 'AWS::S3::Object', values: files },
            { type: 'AWS::DynamoDB::Table', values: [data.records.table.tableArn] },
          ],
        },
      ],
    });
    if (bucket.policy) trail.node.addDependency(bucket.policy);
  }
}
