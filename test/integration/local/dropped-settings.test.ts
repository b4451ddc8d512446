import { DescribeContinuousBackupsCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { GetBucketEncryptionCommand, GetBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { cloud } from '../support/cloud.ts';

// What the emulator's CloudFormation leaves out is there after the deployment all the same.

test('items of the transient table expire', async () => {
  const TableName = cloud.output('TransientTableName');
  const answer = await cloud.clients.dynamo.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(answer.TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'ENABLED' });
});

test('the records table can be restored to a point in time', async () => {
  const TableName = cloud.output('RecordsTableName');
  const answer = await cloud.clients.dynamo.send(new DescribeContinuousBackupsCommand({ TableName }));
  const recovery = answer.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  expect(recovery?.PointInTimeRecoveryStatus).toBe('ENABLED');
});

test('documents are encrypted with a key of ours, and old ones leave quarantine', async () => {
  const Bucket = cloud.output('DocumentsBucketName');
  const encryption = await cloud.clients.s3.send(new GetBucketEncryptionCommand({ Bucket }));
  const rule = encryption.ServerSideEncryptionConfiguration?.Rules?.[0];
  expect(rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe('aws:kms');
  const lifecycle = await cloud.clients.s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  expect(lifecycle.Rules?.every(({ Status }) => Status === 'Enabled')).toBe(true);
});
