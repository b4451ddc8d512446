import { setTimeout as wait } from 'node:timers/promises';
import {
  CloudWatchClient,
  type Datapoint,
  GetMetricStatisticsCommand,
  type MetricAlarm,
  PutMetricDataCommand,
  paginateDescribeAlarms,
  SetAlarmStateCommand,
  type StateValue,
} from '@aws-sdk/client-cloudwatch';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { settingsFor } from '../aws.ts';

const PREFIX = 'banli-local-';
/** What the local cloud itself measures truly, dimension for dimension. Ages, errors of the gateway, rules and SES it does not. */
const MEASURED = new Set([
  'AWS/SQS/ApproximateNumberOfMessagesVisible',
  'AWS/Lambda/Errors',
  'AWS/Lambda/Throttles',
  'Banli/LeftOvers',
  'Banli/CriticalFindingsLate',
]);

export type Watching = ReturnType<typeof watch>;

/**
 * A stand-in for CloudWatch's evaluation, for the local cloud: its own compares without dimensions, and knows no queue.
 * It reads the real depth of a queue and the real figures of a function, judges as the alarm says, and sets the state, by
 * which the alarm publishes.
 */
export function watch(endpoint: string, region: string) {
  const client = new CloudWatchClient(settingsFor(endpoint, region));
  const sqs = new SQSClient(settingsFor(endpoint, region));

  async function alarms(): Promise<readonly MetricAlarm[]> {
    const found: MetricAlarm[] = [];
    for await (const page of paginateDescribeAlarms({ client }, { AlarmNamePrefix: PREFIX }))
      found.push(...(page.MetricAlarms ?? []));
    return found;
  }

  async function depth(QueueName: string): Promise<number> {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
    );
    return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  }

  async function figure(alarm: MetricAlarm): Promise<number> {
    const { Namespace, MetricName, Dimensions = [], Period = 60, EvaluationPeriods = 1 } = alarm;
    const seconds = Period * EvaluationPeriods;
    if (Namespace === 'Banli') return newest(alarm);
    const Statistic = alarm.Statistic ?? 'Sum';
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        ...{ Namespace, MetricName, Dimensions, Period: seconds, Statistics: [Statistic] },
        StartTime: new Date(Date.now() - seconds * 1000),
        EndTime: new Date(Date.now() + 1000),
      }),
    );
    const values = Datapoints.map((point) => point[Statistic === 'Maximum' ? 'Maximum' : 'Sum'] ?? 0);
    return values.reduce((sum, value) => sum + value, 0);
  }

  /** A level is told anew each minute: the last one told counts, and a fault of the minute before is over. */
  async function newest({ Namespace, MetricName, Dimensions = [] }: MetricAlarm): Promise<number> {
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        ...{ Namespace, MetricName, Dimensions, Period: 1, Statistics: ['Maximum'] },
        StartTime: new Date(Date.now() - 600_000),
        EndTime: new Date(Date.now() + 1000),
      }),
    );
    return Datapoints.toSorted(latestFirst)[0]?.Maximum ?? 0;
  }

  async function measure(alarm: MetricAlarm): Promise<boolean> {
    const queue = alarm.Dimensions?.find(({ Name }) => Name === 'QueueName')?.Value;
    const value = queue === undefined ? await figure(alarm) : await depth(queue);
    return value >= (alarm.Threshold ?? 0);
  }

  async function set(alarm: MetricAlarm, StateValue: StateValue, StateReason: string): Promise<void> {
    await client.send(new SetAlarmStateCommand({ AlarmName: alarm.AlarmName, StateValue, StateReason }));
  }

  return {
    alarms,
    isMeasured: ({ Namespace, MetricName, ComparisonOperator }: MetricAlarm) =>
      MEASURED.has(`${Namespace}/${MetricName}`) && ComparisonOperator !== 'LessThanThreshold',
    /** Looks once, as CloudWatch would each minute; answers whether it rings. */
    async look(alarm: MetricAlarm): Promise<boolean> {
      const ringing = await measure(alarm);
      await set(alarm, ringing ? 'ALARM' : 'OK', 'measured in the local cloud');
      return ringing;
    },
    /** The metric as it would be in the fault (`at` its threshold), or well. */
    async tell(alarm: MetricAlarm, faulty: boolean): Promise<void> {
      const { Namespace, MetricName, Dimensions, Threshold = 0, ComparisonOperator } = alarm;
      const mustRun = ComparisonOperator === 'LessThanThreshold';
      const Value = faulty === mustRun ? 0 : Threshold;
      await set(alarm, faulty ? 'OK' : 'ALARM', 'before it is told');
      await client.send(
        new PutMetricDataCommand({ Namespace, MetricData: [{ MetricName, Dimensions, Value }] }),
      );
      // Silence and the end of a fault are judged over a window that a game day does not wait for.
      await set(alarm, faulty ? 'ALARM' : 'OK', faulty ? 'told by its metric' : 'the metric is well again');
    },
    async rings(name: string): Promise<boolean> {
      return (await alarms()).some((one) => one.AlarmName === name && one.StateValue === 'ALARM');
    },
    depth,
  };
}

function latestFirst(one: Datapoint, other: Datapoint): number {
  return (other.Timestamp?.getTime() ?? 0) - (one.Timestamp?.getTime() ?? 0);
}

const EACH_MILLISECONDS = 20_000;

/** Looks at what is measured here again and again until the signal, so that the health page of `npm start` is true. */
export async function keepWatching(endpoint: string, region: string, signal: AbortSignal): Promise<void> {
  const watching = watch(endpoint, region);
  while (!signal.aborted) {
    const alarms = await watching.alarms().catch(() => []);
    for (const alarm of alarms.filter(watching.isMeasured)) {
      if (!signal.aborted) await watching.look(alarm).catch(() => false);
    }
    await wait(EACH_MILLISECONDS, undefined, { signal }).catch(() => {});
  }
}
