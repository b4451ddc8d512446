import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { vaultName } from '../constructs/locked-vault.ts';
import { ServiceAlarm, type ServiceAlarmProps } from '../constructs/service-alarm.ts';

/** A day, and two hours for a backup that took longer than the one before. */
const HOURS_WITHOUT = 26;

type Watch = Omit<ServiceAlarmProps, 'name' | 'topic'>;

/** What rings in the region where backups are made; `copied`: when each is copied into the second region as well. */
export function addBackupAlarms(scope: Construct, stage: string, copied: boolean): void {
  ring(scope, stage, {
    'backup-missed-tables': none(stage, 'NumberOfBackupJobsCompleted', 'DynamoDB', {
      impact: 'No table has been backed up for a day: a restore would lose the time since then.',
      runbook: 'a-backup-is-missing',
    }),
    'backup-missed-buckets': none(stage, 'NumberOfBackupJobsCompleted', 'S3', {
      impact: 'No bucket has been backed up for a day: a restore would lose the papers since then.',
      runbook: 'a-backup-is-missing',
    }),
    ...ofJobs(stage, {
      'backup-failed': 'NumberOfBackupJobsFailed',
      'backup-expired': 'NumberOfBackupJobsExpired',
      'backup-aborted': 'NumberOfBackupJobsAborted',
    }),
    ...(copied && {
      'copy-missed': none(stage, 'NumberOfCopyJobsCompleted', undefined, {
        impact: 'No backup has reached the second region for a day: it is only as safe as this region.',
        runbook: 'a-copy-is-missing',
      }),
      'copy-failed': {
        metric: ofVault(stage, 'NumberOfCopyJobsFailed'),
        threshold: 1,
        impact: 'A backup did not reach the second region: it is only as safe as this region.',
        runbook: 'a-copy-is-missing',
      },
    }),
  });
}

export function addRestoreAlarm(scope: Construct, stage: string): void {
  ring(scope, stage, {
    'restore-test-failed': {
      metric: ofVault(stage, 'NumberOfRestoreJobsFailed'),
      threshold: 1,
      impact: 'A backup could not be restored in the monthly test: nobody knows whether it would help.',
      runbook: 'a-restore-test-failed',
    },
  });
}

function ring(scope: Construct, stage: string, watches: Record<string, Watch>): void {
  const topicArn = Stack.of(scope).formatArn({ service: 'sns', resource: `banli-${stage}-alarms` });
  const topic = Topic.fromTopicArn(scope, `topic-${Object.keys(watches)[0]}`, topicArn);
  for (const [name, watch] of Object.entries(watches))
    new ServiceAlarm(scope, `alarm-${name}`, { name: `banli-${stage}-${name}`, topic, ...watch });
}

function ofJobs(stage: string, metrics: Record<string, string>): Record<string, Watch> {
  const watch = (metricName: string): Watch => ({
    metric: ofVault(stage, metricName),
    threshold: 1,
    impact: 'A table or bucket was not backed up today: a restore would lose the time since its last backup.',
    runbook: 'a-backup-is-missing',
  });
  return Object.fromEntries(Object.entries(metrics).map(([name, metric]) => [name, watch(metric)]));
}

/** Nothing of it for more than a day. */
function none(
  stage: string,
  metricName: string,
  type: string | undefined,
  words: Pick<Watch, 'impact' | 'runbook'>,
): Watch {
  return {
    metric: ofVault(stage, metricName, type),
    threshold: 1,
    mustRun: true,
    evaluationPeriods: HOURS_WITHOUT,
    ...words,
  };
}

function ofVault(stage: string, metricName: string, type?: string): Metric {
  return new Metric({
    namespace: 'AWS/Backup',
    metricName,
    dimensionsMap: { BackupVaultName: vaultName(stage), ...(type && { ResourceType: type }) },
    statistic: 'Sum',
    period: Duration.hours(1),
  });
}
