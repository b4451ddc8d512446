import { Duration, Stack } from 'aws-cdk-lib';
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

/** Each minute the deadlines, every ten minutes the round that finds what was missed; answers where failures end. */
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
  const every = (name: string, minutes: number) => {
    const { lambda } = functions.of(`events/${name}`);
    const role = new Role(scope, `every-${name}-role`, { assumedBy: scheduler });
    // The scheduler puts failures on the queue as this role: the role needs the queue's key, and not the service.
    keys.messages.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
    new Schedule(scope, `every-${name}`, {
      scheduleName: `banli-${config.stage}-${name}`,
      schedule: ScheduleExpression.rate(Duration.minutes(minutes)),
      target: new LambdaInvoke(lambda, { role, deadLetterQueue: failed, retryAttempts: 2 }),
    });
  };
  every('sweep-deadlines', 1);
  every('reconcile', 10);
  return failed;
}
