import { BackupClient } from '@aws-sdk/client-backup';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { AwsBackups } from '../adapters/backup/aws-backup.ts';
import { CloudWatchAlarms } from '../adapters/cloudwatch/cloudwatch-alarms.ts';
import { CloudWatchMeasures } from '../adapters/cloudwatch/cloudwatch-measures.ts';
import { DynamoDbFigures } from '../adapters/dynamodb/figure-items.ts';
import { configured } from '../config.ts';
import { log, logFailure } from '../log.ts';
import type { Backups } from '../ports/backups.ts';
import type { RecordKernel } from '../use-cases/record/kernel.ts';
import { makeRecords } from './records.ts';

export function makeAlarms() {
  return new CloudWatchAlarms(new CloudWatchClient({}), configured('stage'));
}

export function makeMeasures() {
  return new CloudWatchMeasures(new CloudWatchClient({}), configured('stage'));
}

/** The kernel for records without anything personal: it holds no key, and cannot make or open one. */
export function makeClearKernel() {
  const records = makeRecords();
  const noKey = () => Promise.reject(new TypeError('This function opens nothing personal'));
  const kernel: RecordKernel = {
    store: records.store,
    keys: { create: noKey, open: noKey },
    claims: records.claims,
    sha256: records.sha256,
    era: (now) => records.activeRegion.era(now),
    pauseBeforeRetry: async () => {},
    versionKept: ({ kind, id, epoch, version }) => log('VERSION_COMPLETED', { kind, id, epoch, version }),
    headLeftToRelay: ({ kind, id }, error) => logFailure('HEAD_LEFT', error, { kind, id }),
  };
  return { ...records, kernel };
}

export function makeFigures({ client }: Pick<ReturnType<typeof makeRecords>, 'client'>) {
  return new DynamoDbFigures(client, configured('recordsTable'));
}

/** A stage without a vault has nobody who makes backups, and says so. */
export function makeBackups(): Backups {
  const vault = configured('backupVault');
  if (vault === 'none') return { facts: async () => undefined };
  return new AwsBackups(new BackupClient({}), {
    vault,
    resources: {
      records: configured('recordsTable'),
      documents: configured('documentsBucket'),
      archive: configured('archiveBucket'),
    },
  });
}
