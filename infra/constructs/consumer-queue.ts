import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
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
  /** The queue hides a message six times as long, as AWS asks. */
  readonly consumerTimeoutSeconds: number;
  readonly batchSize?: number;
  /** Only where what is behind the consumer has a rate of its own. */
  readonly maxConcurrency?: number;
  /** A message that waits longer rings. */
  readonly mostAgeSeconds: number;
  readonly alarmTopic: ITopic;
  /** What it means for people when this queue stands still. */
  readonly impact: string;
}

/** A queue per consumer: bus rule → queue → function, whole messages that failed kept 14 days, alarms on age and failures. */
export class ConsumerQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #props: ConsumerQueueProps;

  constructor(scope: Construct, id: string, props: ConsumerQueueProps) {
    super(scope, id);
    const { name, key, enforceTls } = props;
    this.#props = props;
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
    props.consumer.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize ?? 10,
        reportBatchItemFailures: true,
        ...(props.maxConcurrency && { maxConcurrency: props.maxConcurrency }),
      }),
    );
    this.#alarm('age', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: props.mostAgeSeconds,
      evaluationPeriods: 3,
      runbook: 'a-queue-stands-still',
    });
    this.#alarm('failed', {
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      runbook: 'messages-in-a-dead-letter-queue',
    });
  }

  /** Takes the events that fit; without a bus those of AWS itself. */
  takeFrom(id: string, eventPattern: EventPattern, eventBus?: IEventBus): void {
    // What CloudFormation answers as the name of a rule on a bus of ours is `bus|rule`, of which no metric knows.
    const ruleName = `${this.#props.name}-${id}`;
    new Rule(this, id, {
      ruleName,
      eventPattern,
      targets: [new SqsQueue(this.queue)],
      ...(eventBus && { eventBus }),
    });
    this.#alarm(`${id}-undelivered`, {
      metric: new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: {
          RuleName: ruleName,
          ...(eventBus && { EventBusName: eventBus.eventBusName }),
        },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      threshold: 1,
      runbook: 'events-do-not-reach-a-queue',
    });
  }

  #alarm(
    what: string,
    alarm: { metric: Metric; threshold: number; evaluationPeriods?: number; runbook: string },
  ) {
    const { name, impact, alarmTopic } = this.#props;
    new ServiceAlarm(this, what, { name: `${name}-${what}`, impact, topic: alarmTopic, ...alarm });
  }
}
