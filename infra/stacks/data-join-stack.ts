import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { AwsCustomResource, type AwsSdkCall, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { BucketReplication } from '../constructs/bucket-replication.ts';
import { type KeysByPurpose, replicaKeys } from '../constructs/purpose-keys.ts';
import { BUCKET_PURPOSES, type BucketPurpose, recordsTableName, replicaStreamExport } from '../names.ts';
import type { DataSecondStack } from './data-second-stack.ts';

export interface DataJoinStackProps extends StackProps {
  readonly config: StageConfig;
  readonly data: DataSecondStack;
}

/**
 * What can be joined only once both regions hold data, in the second region. The replica's stream has no name before the
 * replica is; and two buckets that replicate to each other cannot both be made with the other already there, so that the
 * second region's learn of it afterwards. CloudFormation knows neither, so the services' own APIs are asked.
 */
export class DataJoinStack extends Stack {
  constructor(scope: Construct, id: string, { config, data, ...props }: DataJoinStackProps) {
    super(scope, id, props);
    const { stage } = config;
    const keys = replicaKeys(this, stage);
    const logGroup = new LogGroup(this, 'logs', {
      logGroupName: `/banli/${stage}/data-join`,
      encryptionKey: keys.logs,
      retention: config.logRetention,
      removalPolicy: config.removal,
    });
    const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    const common = { role, logGroup, installLatestAwsSdk: false };
    const stream = new AwsCustomResource(this, 'stream', { ...common, onUpdate: this.#describe(stage) });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeTable'],
        // The one it was born with, also after a restore: of that one the stage is told the stream.
        resources: [
          this.formatArn({ service: 'dynamodb', resource: 'table', resourceName: recordsTableName(stage) }),
        ],
      }),
    );
    new CfnOutput(this, 'replica-stream', {
      value: stream.getResponseField('Table.LatestStreamArn'),
      exportName: replicaStreamExport(stage),
    });
    for (const purpose of BUCKET_PURPOSES) this.#replicate(purpose, config, keys, data, common);
  }

  #describe(stage: string): AwsSdkCall {
    return {
      service: 'DynamoDB',
      action: 'DescribeTable',
      parameters: { TableName: recordsTableName(stage) },
      outputPaths: ['Table.LatestStreamArn'],
      physicalResourceId: PhysicalResourceId.fromResponse('Table.LatestStreamArn'),
    };
  }

  #replicate(
    purpose: BucketPurpose,
    config: StageConfig,
    keys: KeysByPurpose,
    data: DataSecondStack,
    common: { readonly role: Role; readonly logGroup: LogGroup },
  ): void {
    const { bucket } = data[purpose];
    const replication = new BucketReplication(this, `replicate-${purpose}`, { config, purpose, keys });
    const given = { Bucket: bucket.bucketName };
    const call: Omit<AwsSdkCall, 'action' | 'parameters'> = {
      service: 'S3',
      physicalResourceId: PhysicalResourceId.of(`replication-of-${purpose}`),
    };
    const put = {
      ...call,
      action: 'PutBucketReplication',
      parameters: { ...given, ReplicationConfiguration: replication.told.s3 },
    };
    const applied = new AwsCustomResource(this, `apply-${purpose}`, {
      ...common,
      onUpdate: put,
      onDelete: { ...call, action: 'DeleteBucketReplication', parameters: given },
    });
    common.role.addToPolicy(
      new PolicyStatement({
        actions: ['s3:PutReplicationConfiguration'],
        resources: [bucket.bucketArn],
      }),
    );
    common.role.addToPolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [replication.role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 's3.amazonaws.com' } },
      }),
    );
    applied.node.addDependency(replication, common.role);
  }
}
