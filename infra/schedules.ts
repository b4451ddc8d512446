import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from './config.ts';
import type { KeysByPurpose } from './constructs/purpose-keys.ts';
import type { DeployedFunctions } from './stacks/service-stack.ts';

export interface Schedules {
  readonly config: StageConfig;
  readonly keys: KeysByPurpose;
  readonly functions: DeployedFunctions;
}

/** What runs by itself; the digest at two in the morning of the hall. */
export const SCHEDULED = [
  'sweep-deadlines',
  'project-statistics',
  'reconcile',
  'watch-region',
  'seal-digest',
] as const;

/** Deadlines and figures each minute, every ten the round that finds what was missed, each night the digest; answers where failures end. */
export function addSchedules(scope: Construct, { config, functions, keys }: Schedules): Queue {
  const failed = new Queue(scope, 'schedules-failed', {
    queueName: `banli-${config.stage}-schedules-dlq`,
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: keys.messages,
    enforceSSL: config.enforceTls,
  });
  const scheduler = new ServicePrincipal('scheduler.amazonaws.com', {
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
  });
  const every = (name: string, schedule: ScheduleExpression) => {
    const { lambda } = functions.of(`events/${name}`);
    const role = new Role(scope, `every-${name}-role`, { assumedBy: scheduler });
    // The scheduler puts failures on the queue as this role: the role needs the queue's key, and not the service.
    keys.messages.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
    new Schedule(scope, `every-${name}`, {
      scheduleName: `banli-${config.stage}-${name}`,
      schedule,
      target: new LambdaInvoke(lambda, { role, deadLetterQueue: failed, retryAttempts: 2 }),
    });
  };
  const minutes = (count: number) => ScheduleExpression.rate(Duration.minutes(count));
  const night = ScheduleExpression.cron({ hour: '2', minute: '0', timeZone: TimeZone.of(config.timeZone) });
  const when: Readonly<Record<(typeof SCHEDULED)[number], ScheduleExpression>> = {
    'sweep-deadlines': minutes(1),
    'project-statistics': minutes(1),
    reconcile: minutes(10),
    'watch-region': minutes(5),
    'seal-digest': night,
  };
  for (const name of SCHEDULED) every(name, when[name]);
  return failed;
}
