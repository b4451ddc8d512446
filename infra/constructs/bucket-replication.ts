import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { type BucketPurpose, bucketName } from '../names.ts';
import { BUCKETS } from '../regional-data.ts';
import { secondRegionOf } from '../regions.ts';
import { REPLICATION_RULE, replicationRules } from '../replication-rules.ts';
import { type KeysByPurpose, keyArnIn } from './purpose-keys.ts';

export interface BucketReplicationProps {
  readonly config: StageConfig;
  readonly purpose: BucketPurpose;
  /** Where the stack is that copies; the copies go to the stage's other region. */
  readonly keys: KeysByPurpose;
}

interface Side {
  readonly region: string;
  readonly bucketArn: string;
  readonly keyArn: string;
}

/** One direction of one bucket: what is to be copied, and the role by which S3 copies it and can do nothing else. */
export class BucketReplication extends Construct {
  readonly purpose: BucketPurpose;
  readonly role: Role;
  /** As S3 takes it, and as CloudFormation does. */
  readonly told: { readonly s3: object; readonly cloudFormation: object };

  constructor(scope: Construct, id: string, { config, purpose, keys }: BucketReplicationProps) {
    super(scope, id);
    this.purpose = purpose;
    const stack = Stack.of(this);
    const sideIn = (region: string): Side => ({
      region,
      bucketArn: stack.formatArn({
        service: 's3',
        region: '',
        account: '',
        resource: bucketName(stack, config.stage, purpose, region),
      }),
      keyArn: keyArnIn(stack, region, keys[BUCKETS[purpose].key]),
    });
    const second = secondRegionOf(config).region;
    const from = sideIn(stack.region);
    const to = sideIn(stack.region === second ? config.region : second);
    this.role = new Role(this, 'role', { assumedBy: new ServicePrincipal('s3.amazonaws.com') });
    for (const statement of [...reading(from), ...writing(to)]) this.role.addToPolicy(statement);
    const { roleArn } = this.role;
    const rules = replicationRules(purpose, to);
    this.told = {
      s3: { Role: roleArn, Rules: rules.map((rule) => ({ ID: REPLICATION_RULE, ...rule })) },
      cloudFormation: { Role: roleArn, Rules: rules.map((rule) => ({ Id: REPLICATION_RULE, ...rule })) },
    };
  }
}

function reading(from: Side): readonly PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
      resources: [from.bucketArn],
    }),
    new PolicyStatement({
      actions: [
        's3:GetObjectVersionForReplication',
        's3:GetObjectVersionAcl',
        's3:GetObjectVersionTagging',
        's3:GetObjectRetention',
        's3:GetObjectLegalHold',
      ],
      resources: [`${from.bucketArn}/*`],
    }),
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [from.keyArn],
      conditions: forBucket(from),
    }),
  ];
}

function writing(to: Side): readonly PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:ReplicateObject', 's3:ReplicateTags'],
      resources: [`${to.bucketArn}/*`],
    }),
    new PolicyStatement({
      actions: ['kms:Encrypt', 'kms:GenerateDataKey'],
      resources: [to.keyArn],
      conditions: forBucket(to),
    }),
  ];
}

/** By S3 and for this bucket only; with a bucket key S3 names the bucket to KMS, not the object. */
function forBucket({ region, bucketArn }: Side) {
  return {
    StringEquals: {
      'kms:ViaService': `s3.${region}.amazonaws.com`,
      'kms:EncryptionContext:aws:s3:arn': bucketArn,
    },
  };
}
