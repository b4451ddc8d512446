import {
  BackupClient,
  ListBackupJobsCommand,
  ListCopyJobsCommand,
  ListProtectedResourcesByBackupVaultCommand,
  ListRestoreJobsCommand,
} from '@aws-sdk/client-backup';
import { expect, test } from 'vitest';
import { AwsBackups } from '../../../functions/adapters/backup/aws-backup.ts';
import { mockClient } from '../../support/mock-client.ts';

const TABLE = 'arn:aws:dynamodb:ap-northeast-1:1:table/records-1';
const BUCKET = 'arn:aws:s3:::documents-1';
const at = (day: number) => new Date(Date.UTC(2026, 2, day));

function setup() {
  const mock = mockClient(BackupClient);
  mock.on(ListProtectedResourcesByBackupVaultCommand).resolves({
    Results: [{ ResourceArn: TABLE, LastBackupTime: at(2) }],
  });
  mock.on(ListBackupJobsCommand).resolves({});
  mock.on(ListCopyJobsCommand).resolves({});
  mock.on(ListRestoreJobsCommand).resolves({});
  const of = { vault: 'banli-prod', resources: { records: 'table/records-1', documents: ':::documents-1' } };
  return {
    mock,
    backups: new AwsBackups(new BackupClient({ region: 'eu-west-1' }), of, () => at(3).getTime()),
  };
}

test('the last of each is told by resource, across pages', async () => {
  const { mock, backups } = setup();
  mock
    .on(ListCopyJobsCommand)
    .resolvesOnce({
      CopyJobs: [{ ResourceArn: TABLE, CompletionDate: at(1), State: 'COMPLETED' }],
      NextToken: 'n',
    })
    .resolves({ CopyJobs: [{ ResourceArn: TABLE, CompletionDate: at(2), State: 'COMPLETED' }] });
  mock.on(ListRestoreJobsCommand).resolves({
    RestoreJobs: [{ SourceResourceArn: BUCKET, CompletionDate: at(1), Status: 'COMPLETED' }],
  });
  expect(await backups.facts()).toEqual([
    { resource: 'records', backupAt: at(2).toISOString(), copyAt: at(2).toISOString(), failed: [] },
    { resource: 'documents', restoreTestAt: at(1).toISOString(), failed: [] },
  ]);
});

test('a failed try counts until one after it did not fail; what still runs counts as neither', async () => {
  const { mock, backups } = setup();
  const job = (day: number, State: 'FAILED' | 'COMPLETED' | 'RUNNING') => ({
    ResourceArn: TABLE,
    CreationDate: at(day),
    State,
  });
  const failedOf = async () => (await backups.facts())[0]?.failed;
  mock.on(ListBackupJobsCommand).resolves({ BackupJobs: [job(3, 'FAILED')] });
  expect(await failedOf()).toEqual(['backup']);
  mock.on(ListBackupJobsCommand).resolves({ BackupJobs: [job(1, 'FAILED'), job(3, 'RUNNING')] });
  expect(await failedOf()).toEqual([]);
});
