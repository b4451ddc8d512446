import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PARTS, partOf } from '../../functions/domain/health/health.ts';
import { CONSUMERS, consumerNames } from '../../infra/consumers.ts';
import { named, type Resource, refersTo, synthesized, textOf } from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');

const queuesOf = (stage: typeof dev) =>
  new Map(stage.all('AWS::SQS::Queue').map((queue): [string, Resource] => [queue.is.QueueName, queue]));

describe('queues', () => {
  test.each(consumerNames())(
    '[R4] consumer %s has a queue, a reader, and a place where its failures stay',
    (name) => {
      for (const stage of [local, dev, prod]) {
        const queue = queuesOf(stage).get(`banli-${stage.name}-${name}`);
        const deadLetters = queuesOf(stage).get(`banli-${stage.name}-${name}-dlq`);
        expect(deadLetters?.is.MessageRetentionPeriod).toBe(14 * 24 * 3600);
        expect(queue?.is.RedrivePolicy.maxReceiveCount).toBe(5);
        expect(refersTo(queue?.is.RedrivePolicy, deadLetters?.id ?? '')).toBe(true);
        const readers = stage
          .all('AWS::Lambda::EventSourceMapping')
          .filter(({ is }) => refersTo(is.EventSourceArn, queue?.id ?? ''));
        expect(readers).toHaveLength(1);
        const [reader] = readers;
        expect(reader?.is.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
        expect(reader?.is.FunctionName.Ref).toContain(
          CONSUMERS[name].folder.split('/')[1]?.replaceAll('-', ''),
        );
      }
    },
  );

  test('a message stays hidden for six times what its consumer may take', () => {
    for (const mapping of prod.all('AWS::Lambda::EventSourceMapping')) {
      const queue = prod.all('AWS::SQS::Queue').find(({ id }) => refersTo(mapping.is.EventSourceArn, id));
      const consumer = prod
        .all('AWS::Lambda::Function')
        .find(({ id }) => refersTo(mapping.is.FunctionName, id));
      if (queue) expect(queue.is.VisibilityTimeout).toBe(consumer?.is.Timeout * 6);
    }
  });

  test('what has a rate behind it takes few at a time', () => {
    const queue = queuesOf(prod).get('banli-prod-deliver-message');
    const reader = prod
      .all('AWS::Lambda::EventSourceMapping')
      .find(({ is }) => refersTo(is.EventSourceArn, queue?.id ?? ''));
    expect(reader?.is).toMatchObject({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 5 } });
  });

  test('rules put events on queues and never call a function, which nobody would ask twice', () => {
    for (const stage of [local, dev, prod]) {
      const targets: readonly { Arn: unknown }[] = stage
        .all('AWS::Events::Rule')
        .filter(({ stack }) => stack !== 'watch')
        .flatMap(({ is }) => is.Targets);
      expect(targets.length).toBeGreaterThanOrEqual(6);
      const others = targets.filter(
        ({ Arn }) => !stage.all('AWS::SQS::Queue').some(({ id }) => refersTo(Arn, id)),
      );
      expect(others).toEqual([]);
    }
  });

  test('events of AWS are taken of this stage only: another may be in the same account', () => {
    // The watch is of the account: whoever is inside is inside every stage of it.
    const rules = prod.all('AWS::Events::Rule').filter(({ stack }) => stack !== 'watch');
    const patterns = rules.map(({ is }) => is.EventPattern);
    const foreign = patterns.filter(({ source }) => source[0].startsWith('aws.'));
    expect(foreign.map(({ source }) => source[0]).toSorted()).toEqual(['aws.guardduty', 'aws.states']);
    for (const { detail } of foreign) expect(textOf(detail)).toMatch(/banli-prod-case|documentsbucket/);
  });
});

describe('schedules', () => {
  test('sweep and figures each minute, left-overs each ten, the digest at two in the morning of the hall; a failed start is kept', () => {
    for (const stage of [local, dev, prod]) {
      const schedules = stage.all('AWS::Scheduler::Schedule');
      expect(Object.fromEntries(schedules.map(({ is }) => [is.Name, is.ScheduleExpression]))).toEqual({
        [`banli-${stage.name}-sweep-deadlines`]: 'rate(1 minute)',
        [`banli-${stage.name}-project-statistics`]: 'rate(1 minute)',
        [`banli-${stage.name}-reconcile`]: 'rate(10 minutes)',
        [`banli-${stage.name}-watch-region`]: 'rate(5 minutes)',
        [`banli-${stage.name}-seal-digest`]: 'cron(0 2 * * ? *)',
      });
      const zones = schedules.flatMap(({ is }) => is.ScheduleExpressionTimezone ?? []);
      expect(zones).toContain('Asia/Shanghai');
      for (const { is } of schedules) expect(textOf(is.Target.DeadLetterConfig)).toContain('schedulesfailed');
    }
  });
});

describe('alarms', () => {
  const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
  const headings = new Set(
    [...runbook.matchAll(/^## (.+)\n\n\*\*Impact/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    ),
  );
  const anchorOf = ({ is }: Resource) => /#([a-z-]+)$/.exec(is.AlarmDescription)?.[1] ?? '';
  const alarms = prod.all('AWS::CloudWatch::Alarm');

  test('[R41] each says what it means for people and names a heading of the runbook', () => {
    expect(alarms.length).toBeGreaterThanOrEqual(25);
    for (const alarm of alarms) {
      expect(alarm.is.AlarmDescription).toMatch(/^[A-Z].{20,}\. Runbook: docs\/runbook\.md#[a-z-]+$/s);
      expect(headings).toContain(anchorOf(alarm));
    }
  });

  test('[R41] an event that does not reach its queue rings: by the name that metrics know the rule by', () => {
    for (const stage of [local, dev, prod]) {
      const rules = stage.all('AWS::Events::Rule').filter(({ stack }) => stack !== 'watch');
      const watched = stage
        .all('AWS::CloudWatch::Alarm')
        .filter(({ is }) => is.MetricName === 'FailedInvocations')
        .map(({ is }) => is.Dimensions.find(({ Name }: { Name: string }) => Name === 'RuleName').Value);
      expect(watched.toSorted()).toEqual(rules.map(({ is }) => is.Name).toSorted());
      for (const name of watched) expect(name).toMatch(/^[\w-]{1,64}$/);
    }
  });

  test('[R41] each reaches a person', () => {
    const told = prod.all('AWS::SNS::Topic').filter(({ id, stack }) => {
      return prod
        .all('AWS::SNS::Subscription')
        .some((one) => one.stack === stack && one.is.Protocol === 'email' && refersTo(one.is.TopicArn, id));
    });
    expect(told.map(({ is }) => is.TopicName)).toContain('banli-prod-alarms');
    // In its own stack, or by name in another stack of the region.
    const reaches = ({ stack, is }: Resource) =>
      told.some((topic) => topic.stack === stack && refersTo(is.AlarmActions, topic.id)) ||
      textOf(is.AlarmActions).includes(':banli-prod-alarms');
    expect(alarms.filter((alarm) => !reaches(alarm)).map(named)).toEqual([]);
  });

  test('[R41] every queue where something may be left over rings with its first message', () => {
    for (const stage of [dev, prod]) {
      const last = [...queuesOf(stage)].filter(([name]) => /-dlq$|-parked$/.test(name));
      expect(last.length).toBeGreaterThanOrEqual(9);
      const silent = last.filter(([, { id }]) => {
        const ringing = stage.all('AWS::CloudWatch::Alarm').some(({ is }) => {
          const dimension = is.Dimensions?.some(({ Value }: { Value: unknown }) => refersTo(Value, id));
          return dimension && is.MetricName === 'ApproximateNumberOfMessagesVisible' && is.Threshold === 1;
        });
        return !ringing;
      });
      expect(silent.map(([, queue]) => named(queue))).toEqual([]);
    }
  });

  test('what must run all the time rings when it is silent', () => {
    const mustRun = alarms.filter(({ is }) => is.TreatMissingData === 'breaching');
    expect(mustRun.map(({ is }) => is.AlarmName).toSorted()).toEqual([
      'banli-prod-backup-missed-buckets',
      'banli-prod-backup-missed-tables',
      'banli-prod-copy-missed',
      'banli-prod-reconcile-stopped',
      'banli-prod-seal-digest-stopped',
      'banli-prod-statistics-stopped',
      'banli-prod-sweep-stopped',
    ]);
    for (const { is } of mustRun) expect(is.ComparisonOperator).toBe('LessThanThreshold');
  });

  test('[2.3.1] each speaks of a part of the system, and all that customers meet turn their banner', () => {
    const parts = new Set(alarms.map(({ is }) => partOf(is.AlarmName.slice('banli-prod-'.length))));
    expect([...parts].toSorted()).toEqual([...PARTS].toSorted());
    const upkeep = alarms.filter(({ is }) => partOf(is.AlarmName.slice('banli-prod-'.length)) === 'upkeep');
    expect([...new Set(upkeep.map(({ is }) => is.AlarmName))].toSorted()).toEqual([
      'banli-prod-finding-late',
      'banli-prod-lock-archive-age',
      'banli-prod-lock-archive-failed',
      'banli-prod-lock-archive-rule-undelivered',
      'banli-prod-requests-blocked',
      'banli-prod-seal-digest-faults',
      'banli-prod-seal-digest-stopped',
      'banli-prod-statistics-stopped',
    ]);
  });

  test('none computes with metrics, which the local cloud refuses', () => {
    expect(
      local
        .all('AWS::CloudWatch::Alarm')
        .filter(({ is }) => is.Metrics)
        .map(named),
    ).toEqual([]);
  });
});
