import { Duration } from 'aws-cdk-lib';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ServiceAlarm } from './service-alarm.ts';
import type { ServiceFunction } from './service-function.ts';

export interface ConsumerQueueProps {
  readonly name: string;
  readonly key: IKey;
  readonly enforceTls: boolean;
  readonly consumer: ServiceFunction;
  /** Longer than the consumer's timeout, as AWS asks: six times. */
  readonly consumerTimeoutSeconds: number;
  /** Events of the bus that go to this queue; queues without are filled by a function of ours. */
  readonly from?: { readonly bus: IEventBus; readonly pattern: EventPattern };
  readonly batchSize?: number;
  /** Only where what is behind the consumer has a rate of its own. */
  readonly maxConcurrency?: number;
  readonly alarmTopic: ITopic;
  /** What it means for people when this queue stands still. */
  readonly impact: string;
}

/** A queue per consumer: bus rule → queue → function, whole messages that failed kept 14 days, alarms on age and failures. */
export class ConsumerQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: ConsumerQueueProps) {
    super(scope, id);
    const { name, key, enforceTls } = props;
    const sealed = { encryption: QueueEncryption.KMS, encryptionMasterKey: key, enforceSSL: enforceTls };
    this.deadLetters = new Queue(this, 'dead-letters', {
      queueName: `${name}-dlq`,
      retentionPeriod: Duration.days(14),
      ...sealed,
    });
    this.queue = new Queue(this, 'queue', {
      queueName: name,
      visibilityTimeout: Duration.seconds(props.consumerTimeoutSeconds * 6),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
      ...sealed,
    });
    if (props.from) {
      new Rule(this, 'rule', {
        eventBus: props.from.bus,
        eventPattern: props.from.pattern,
        targets: [new SqsQueue(this.queue)],
      });
    }
    props.consumer.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize ?? 10,
        reportBatchItemFailures: true,
        ...(props.maxConcurrency && { maxConcurrency: props.maxConcurrency }),
      }),
    );
    this.#alarms(props);
  }

  #alarms({ name, impact, alarmTopic }: ConsumerQueueProps): void {
    new ServiceAlarm(this, 'age', {
      name: `${name}-age`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: 300,
      evaluationPeriods: 3,
      impact,
      runbook: 'a-queue-stands-still',
      topic: alarmTopic,
    });
    new ServiceAlarm(this, 'failed', {
      name: `${name}-failed`,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      impact,
      runbook: 'messages-in-a-dead-letter-queue',
      topic: alarmTopic,
    });
  }
}
