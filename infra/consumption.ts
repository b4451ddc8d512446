import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from './config.ts';
import { ConsumerQueue } from './constructs/consumer-queue.ts';
import type { KeysByPurpose } from './constructs/purpose-keys.ts';
import { CONSUMERS } from './consumers.ts';
import { FUNCTIONS } from './function-entries.ts';
import type { DeployedFunctions } from './stacks/service-stack.ts';

export interface Consumption {
  readonly config: StageConfig;
  readonly keys: KeysByPurpose;
  readonly bus: EventBus;
  readonly alarms: Topic;
  readonly functions: DeployedFunctions;
  readonly reports: Topic;
}

/** A queue for every consumer; answers the one that the sweep fills. */
export function addConsumers(scope: Construct, given: Consumption): { due: IQueue } {
  const queues = new Map<string, Queue>();
  for (const [name, consumer] of Object.entries(CONSUMERS)) {
    const { queue } = new ConsumerQueue(scope, `queue-${name}`, {
      name: `banli-${given.config.stage}-${name}`,
      key: given.keys.messages,
      enforceTls: given.config.enforceTls,
      consumer: given.functions.of(consumer.folder),
      consumerTimeoutSeconds: FUNCTIONS[consumer.folder]?.timeoutSeconds ?? 15,
      ...(consumer.pattern && { from: { bus: given.bus, pattern: consumer.pattern } }),
      ...(consumer.batchSize && { batchSize: consumer.batchSize }),
      ...(consumer.maxConcurrency && { maxConcurrency: consumer.maxConcurrency }),
      alarmTopic: given.alarms,
      impact: consumer.impact,
    });
    if (consumer.awsPattern) {
      new Rule(scope, `aws-${name}`, { eventPattern: consumer.awsPattern, targets: [new SqsQueue(queue)] });
    }
    queues.set(name, queue);
  }
  const reports = queueOf(queues, 'delivery-report');
  given.reports.addSubscription(new SqsSubscription(reports, { rawMessageDelivery: true }));
  addStatusRule(scope, given);
  return { due: queueOf(queues, 'perform-due') };
}

/** Executions that failed, ran out of time or were stopped are begun again at once; reconcile is the guard behind it. */
function addStatusRule(scope: Construct, { config, keys, alarms, functions }: Consumption): void {
  const { queue } = new ConsumerQueue(scope, 'queue-workflow-status', {
    name: `banli-${config.stage}-workflow-status`,
    key: keys.messages,
    enforceTls: config.enforceTls,
    consumer: functions.of('events/workflow-status'),
    consumerTimeoutSeconds: FUNCTIONS['events/workflow-status']?.timeoutSeconds ?? 15,
    alarmTopic: alarms,
    impact: 'Broken workflow executions wait for the ten-minute round instead of beginning again at once.',
  });
  new Rule(scope, 'workflow-status', {
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    },
    targets: [new SqsQueue(queue)],
  });
}

function queueOf(queues: ReadonlyMap<string, Queue>, name: string): Queue {
  const queue = queues.get(name);
  if (queue === undefined) throw new Error(`No consumer ${name} in infra/consumers.ts`);
  return queue;
}

/** Each minute the deadlines, every ten minutes the round that finds what was missed. */
export function addSchedules(
  scope: Construct,
  { config, functions, keys }: { config: StageConfig; functions: DeployedFunctions; keys: KeysByPurpose },
): void {
  const failed = new Queue(scope, 'schedules-failed', {
    queueName: `banli-${config.stage}-schedules-dlq`,
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: keys.messages,
    enforceSSL: config.enforceTls,
  });
  const every = (name: string, minutes: number) =>
    new Schedule(scope, `every-${name}`, {
      scheduleName: `banli-${config.stage}-${name}`,
      schedule: ScheduleExpression.rate(Duration.minutes(minutes)),
      target: new LambdaInvoke(functions.of(`events/${name}`).lambda, {
        deadLetterQueue: failed,
        retryAttempts: 2,
      }),
    });
  every('sweep-deadlines', 1);
  every('reconcile', 10);
}
