import { dirname } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The emulator takes any keys as the root user of this account. */
export const account = '000000000000';

/** The region of the stage `local`; asking infra/config.ts would load the whole CDK for it at each start. */
export const localRegion = 'ap-northeast-1';

/** Its second region, deployed only where it is asked for. */
export const localSecondRegion = 'ap-northeast-3';

export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export function settingsFor(endpoint: string, region: string): ClientSettings {
  return { endpoint, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
}

export interface Clients {
  readonly cloudFormation: CloudFormationClient;
  readonly dynamo: DynamoDBClient;
  /** The same tables, with plain values. */
  readonly documents: DynamoDBDocumentClient;
  readonly kms: KMSClient;
  readonly lambda: LambdaClient;
  readonly logs: CloudWatchLogsClient;
  readonly s3: S3Client;
  readonly sns: SNSClient;
}

export function clientsFor(endpoint: string, region: string): Clients {
  const settings = settingsFor(endpoint, region);
  const dynamo = new DynamoDBClient(settings);
  return {
    cloudFormation: new CloudFormationClient(settings),
    dynamo,
    documents: DynamoDBDocumentClient.from(dynamo),
    kms: new KMSClient(settings),
    lambda: new LambdaClient(settings),
    logs: new CloudWatchLogsClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sns: new SNSClient(settings),
  };
}

/** An environment in which AWS tools can reach the local cloud and nothing else: no profile, no real keys. */
export function environmentFor(endpoint: string, region: string): Record<string, string> {
  return {
    PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
    HOME: process.env.HOME ?? '/tmp',
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: region,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DEFAULT_ACCOUNT: account,
    CDK_DEFAULT_REGION: region,
    CDK_DISABLE_CLI_TELEMETRY: '1',
    CDK_DISABLE_VERSION_CHECK: '1',
  };
}
