import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { BUCKET_PURPOSES, type BucketPurpose, bucketName } from '../names.ts';
import { isTimed, REPLICATION_MINUTES, REPLICATION_RULE } from '../replication-rules.ts';
import type { Watch } from './alarms.ts';

/**
 * S3 tells of failures where the original is, and of delay where the copy should be: so each region watches what leaves
 * it, and what should have come.
 */
export function replicationAlarms(scope: Construct, config: StageConfig): Record<string, Watch> {
  if (config.replica === undefined) return {};
  const stack = Stack.of(scope);
  const other = stack.region === config.region ? config.replica.region : config.region;
  const metric = (metricName: string, purpose: BucketPurpose, from: string, to: string, minutes: number) =>
    new Metric({
      namespace: 'AWS/S3',
      metricName,
      dimensionsMap: {
        SourceBucket: bucketName(stack, config.stage, purpose, from),
        DestinationBucket: bucketName(stack, config.stage, purpose, to),
        RuleId: REPLICATION_RULE,
      },
      statistic: 'Maximum',
      period: Duration.minutes(minutes),
    });
  const alarms: Record<string, Watch> = {};
  for (const purpose of BUCKET_PURPOSES) {
    alarms[`replication-failed-${purpose}`] = {
      metric: metric('OperationsFailedReplication', purpose, stack.region, other, 5),
      threshold: 1,
      impact: 'A file is in one region only: if that region were lost, it would be asked for or made again.',
      runbook: 'files-are-not-copied',
    };
    if (!isTimed(purpose)) continue;
    alarms[`replication-late-${purpose}`] = {
      metric: metric('ReplicationLatency', purpose, other, stack.region, 5),
      threshold: REPLICATION_MINUTES * 60,
      impact:
        'What was filed in the last minutes is in one region only, and would be missing if it were lost.',
      runbook: 'files-are-not-copied',
    };
  }
  return alarms;
}
