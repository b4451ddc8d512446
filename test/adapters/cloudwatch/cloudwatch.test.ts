import { CloudWatchClient, DescribeAlarmsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, test } from 'vitest';
import { CloudWatchAlarms } from '../../../functions/adapters/cloudwatch/cloudwatch-alarms.ts';
import { CloudWatchMeasures } from '../../../functions/adapters/cloudwatch/cloudwatch-measures.ts';
import { NO_LEVELS } from '../../../functions/domain/statistics/figures.ts';
import { mockClient } from '../../support/mock-client.ts';

const alarm = {
  AlarmName: 'banli-prod-relay-behind',
  AlarmDescription: 'Lists are late. Runbook: docs/runbook.md#the-relay-is-behind',
  StateUpdatedTimestamp: new Date('2026-03-02T01:00:00Z'),
};

function setup() {
  const mock = mockClient(CloudWatchClient);
  let now = 0;
  const client = new CloudWatchClient({ region: 'eu-west-1' });
  return {
    mock,
    alarms: new CloudWatchAlarms(client, 'prod', () => now),
    measures: new CloudWatchMeasures(client, 'prod'),
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

describe('alarms', () => {
  test('are those of the stage that ring, each with what it means and where to read on', async () => {
    const { mock, alarms } = setup();
    mock.on(DescribeAlarmsCommand).resolves({ MetricAlarms: [alarm] });
    expect(await alarms.ringing()).toEqual([
      {
        name: 'relay-behind',
        since: '2026-03-02T01:00:00.000Z',
        impact: 'Lists are late.',
        runbook: 'the-relay-is-behind',
      },
    ]);
    expect(mock.commandCalls(DescribeAlarmsCommand)[0]?.args[0].input).toMatchObject({
      AlarmNamePrefix: 'banli-prod-',
      StateValue: 'ALARM',
    });
  });

  test('are asked for once in half a minute, however many look', async () => {
    const { mock, alarms, wait } = setup();
    mock.on(DescribeAlarmsCommand).resolves({ MetricAlarms: [] });
    for (let n = 0; n < 20; n += 1) await alarms.ringing();
    expect(mock.commandCalls(DescribeAlarmsCommand)).toHaveLength(1);
    wait(31);
    await alarms.ringing();
    expect(mock.commandCalls(DescribeAlarmsCommand)).toHaveLength(2);
  });

  test('that could not be asked are unknown, and asked for again at once', async () => {
    const { mock, alarms } = setup();
    mock
      .on(DescribeAlarmsCommand)
      .rejectsOnce(new Error('throttled'))
      .resolves({ MetricAlarms: [alarm] });
    expect(await alarms.ringing()).toBeUndefined();
    expect(await alarms.ringing()).toHaveLength(1);
  });
});

test('measures go out in one call, told apart by stage and phase', async () => {
  const { mock, measures } = setup();
  mock.on(PutMetricDataCommand).resolves({});
  await measures.publish({ LeftOvers: 2 }, { ...NO_LEVELS, intake: 3 });
  const calls = mock.commandCalls(PutMetricDataCommand);
  expect(calls).toHaveLength(1);
  const { Namespace, MetricData = [] } = calls[0]?.args[0].input ?? {};
  expect(Namespace).toBe('Banli');
  const stage = { Name: 'Stage', Value: 'prod' };
  expect(MetricData).toContainEqual({ MetricName: 'LeftOvers', Value: 2, Dimensions: [stage] });
  expect(MetricData).toContainEqual({
    MetricName: 'CasesInPhase',
    Value: 3,
    Dimensions: [stage, { Name: 'Phase', Value: 'intake' }],
  });
});
