import type { EventBus, EventPattern } from 'aws-cdk-lib/aws-events';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DOCUMENT_PREFIX } from '../functions/environment.ts';
import type { StageConfig } from './config.ts';
import { ConsumerQueue } from './constructs/consumer-queue.ts';
import type { KeysByPurpose } from './constructs/purpose-keys.ts';
import { CONSUMERS, type Consumer, type ConsumerName, consumerNames } from './consumers.ts';
import { timeoutOf } from './function-entries.ts';
import type { ServedData } from './served-data.ts';
import type { DeployedFunctions } from './stacks/service-stack.ts';

export interface Consumption {
  readonly config: StageConfig;
  readonly keys: KeysByPurpose;
  readonly bus: EventBus;
  readonly alarms: Topic;
  readonly functions: DeployedFunctions;
  readonly data: ServedData;
  readonly stateMachineArn: string;
}

/** A queue for every consumer, filled from our bus, from AWS's own, or by a topic; answers the one that the sweep fills. */
export function addConsumers(scope: Construct, given: Consumption): { due: IQueue } {
  const { bus, data, stateMachineArn } = given;
  const made = new Map<ConsumerName, ConsumerQueue>();
  const of = (name: ConsumerName) => {
    const known = made.get(name) ?? makeConsumer(scope, name, given);
    made.set(name, known);
    return known;
  };
  for (const name of consumerNames()) {
    const { pattern }: Consumer = CONSUMERS[name];
    if (pattern) of(name).takeFrom('rule', pattern, bus);
  }
  of('workflow-status').takeFrom('executions', brokenExecutions(stateMachineArn));
  of('inspect-document').takeFrom('verdicts', scannerVerdicts(data.documents.bucket.bucketName));
  const reports = new SqsSubscription(of('delivery-report').queue, { rawMessageDelivery: true });
  data.postOffice.reports.addSubscription(reports);
  return { due: of('perform-due').queue };
}

function makeConsumer(scope: Construct, name: ConsumerName, given: Consumption): ConsumerQueue {
  const { config, keys, functions, alarms } = given;
  const { folder, impact, batchSize, maxConcurrency }: Consumer = CONSUMERS[name];
  return new ConsumerQueue(scope, `queue-${name}`, {
    name: `banli-${config.stage}-${name}`,
    key: keys.messages,
    enforceTls: config.enforceTls,
    consumer: functions.of(folder),
    consumerTimeoutSeconds: timeoutOf(folder),
    ...(batchSize && { batchSize }),
    ...(maxConcurrency && { maxConcurrency }),
    mostAgeSeconds: config.alarmAt.queueAgeSeconds,
    alarmTopic: alarms,
    impact,
  });
}

/** Executions of this stage that failed, ran out of time or were stopped: begun again at once; reconcile is the guard behind it. */
function brokenExecutions(stateMachineArn: string): EventPattern {
  return {
    source: ['aws.states'],
    detailType: ['Step Functions Execution Status Change'],
    detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [stateMachineArn] },
  };
}

/** What GuardDuty found in this stage's uploads; where nothing scans, the rule waits for nothing. */
function scannerVerdicts(bucketName: string): EventPattern {
  return {
    source: ['aws.guardduty'],
    detailType: ['GuardDuty Malware Protection Object Scan Result'],
    detail: {
      s3ObjectDetails: { bucketName: [bucketName], objectKey: [{ prefix: DOCUMENT_PREFIX.quarantine }] },
    },
  };
}
