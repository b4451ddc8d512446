import {
  CloudWatchClient,
  type MetricAlarm,
  PutMetricDataCommand,
  paginateDescribeAlarms,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { settingsFor } from '../../local/aws.ts';
import { cloud } from './support/cloud.ts';

const settings = settingsFor(cloud.endpoint, cloud.region);
const watch = new CloudWatchClient(settings);
const sns = new SNSClient(settings);
const sqs = new SQSClient(settings);

test('[R41] each alarm rings when its metric says so, and tells what it means and where to read on', async () => {
  const alarms = await allAlarms();
  expect(alarms.length).toBeGreaterThanOrEqual(25);
  const rung = await listen(alarms[0]?.AlarmActions?.[0]);
  // What must run cannot be measured as standing still here: the cloud's own schedules keep running beside the test.
  const faults = alarms.filter(({ ComparisonOperator }) => ComparisonOperator !== 'LessThanThreshold');
  for (const alarm of faults) await ring(alarm);
  const heard = new Map<string, string>();
  const silent = () => faults.flatMap(({ AlarmName = '' }) => (heard.has(AlarmName) ? [] : [AlarmName]));
  for (let round = 0; round < 50 && silent().length > 0; round += 1) {
    for (const { AlarmName, AlarmDescription } of await rung()) heard.set(AlarmName, AlarmDescription);
  }
  expect(silent()).toEqual([]);
  for (const { AlarmName = '', AlarmDescription = '' } of alarms) {
    expect(heard.get(AlarmName) ?? AlarmDescription).toBe(AlarmDescription);
    expect(AlarmDescription).toContain('docs/runbook.md#');
  }
});

async function allAlarms(): Promise<readonly MetricAlarm[]> {
  const alarms: MetricAlarm[] = [];
  for await (const page of paginateDescribeAlarms({ client: watch }, { AlarmNamePrefix: 'banli-local-' })) {
    alarms.push(...(page.MetricAlarms ?? []));
  }
  return alarms;
}

/** The metric as it would be measured in the fault: at the threshold. */
async function ring(alarm: MetricAlarm): Promise<void> {
  const { AlarmName, Namespace, MetricName, Dimensions, Threshold = 0 } = alarm;
  const quiet = { AlarmName, StateValue: 'OK' as const, StateReason: 'before the fault' };
  await watch.send(new SetAlarmStateCommand(quiet));
  await watch.send(
    new PutMetricDataCommand({ Namespace, MetricData: [{ MetricName, Dimensions, Value: Threshold }] }),
  );
}

/** A queue of the test's own on the topic of alarms; each call answers what has come since the last. */
async function listen(TopicArn: string | undefined) {
  const fromTopic = {
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ ...fromTopic, Resource: '*' }] });
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: 'heard-alarms', Attributes: { Policy } }),
  );
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const Endpoint = Attributes?.QueueArn;
  await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes: { RawMessageDelivery: 'true' } }),
  );
  return async (): Promise<readonly { AlarmName: string; AlarmDescription: string }[]> => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    );
    for (const { ReceiptHandle } of Messages) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
    return Messages.map(({ Body = '{}' }) => JSON.parse(Body));
  };
}
