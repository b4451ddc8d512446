import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { HttpApi } from '../constructs/http-api.ts';
import { ServiceAlarm, type ServiceAlarmProps } from '../constructs/service-alarm.ts';
import { measured, ofFunction, sum } from './alarm-metrics.ts';
import { replicationAlarms } from './replication-alarms.ts';

export interface Watched {
  readonly config: StageConfig;
  readonly topic: Topic;
  readonly api: HttpApi;
  readonly stateMachineArn: string;
  readonly parked: Queue;
  readonly schedulesFailed: Queue;
}

export type Watch = Omit<ServiceAlarmProps, 'name' | 'topic'>;

/** What rings beside the queues of the consumers, each with what it means for people. Plain metrics only: the local cloud takes no other. */
export function addAlarms(scope: Construct, watched: Watched): void {
  const { config, topic } = watched;
  const all = {
    ...{ ...faults(watched), ...standstills(watched), ...leftOver(watched), ...mail(config) },
    ...replicationAlarms(scope, config),
  };
  for (const [name, watch] of Object.entries<Watch>(all)) {
    new ServiceAlarm(scope, `alarm-${name}`, { name: `banli-${config.stage}-${name}`, topic, ...watch });
  }
}

function faults({ config, api, stateMachineArn }: Watched): Record<string, Watch> {
  const { stage, alarmAt } = config;
  return {
    'api-faults': {
      metric: sum('AWS/ApiGateway', '5xx', { ApiId: api.gateway.apiId }, 5),
      threshold: alarmAt.apiFaults,
      impact: 'Customers and staff get errors instead of answers.',
      runbook: 'the-api-answers-with-faults',
    },
    'sign-in-faults': {
      metric: ofFunction('Errors', stage, 'events/send-sign-in-code', 5),
      threshold: 3,
      impact: 'Customers get no code and cannot sign in.',
      runbook: 'customers-cannot-sign-in',
    },
    'workflow-broken': {
      metric: sum('AWS/States', 'ExecutionsFailed', { StateMachineArn: stateMachineArn }, 15),
      threshold: alarmAt.brokenExecutions,
      impact: 'Cases begin their workflow again and again: what stands between people is late.',
      runbook: 'workflow-executions-break',
    },
    'functions-throttled': {
      metric: sum('AWS/Lambda', 'Throttles', {}, 5),
      threshold: 10,
      impact: 'Requests are turned away and messages wait, because the account has no more functions to run.',
      runbook: 'functions-are-throttled',
    },
  };
}

function standstills({ config }: Watched): Record<string, Watch> {
  const { stage, alarmAt } = config;
  return {
    'relay-behind': {
      metric: ofFunction('IteratorAge', stage, 'events/relay', 1, 'Maximum'),
      threshold: alarmAt.relayLagSeconds * 1000,
      evaluationPeriods: 3,
      impact: 'What people did is safe but nobody hears of it: lists, messages and next steps are late.',
      runbook: 'the-relay-is-behind',
    },
    'sweep-stopped': {
      metric: ofFunction('Invocations', stage, 'events/sweep-deadlines', 5),
      threshold: 1,
      mustRun: true,
      impact: 'Deadlines pass without their effect until somebody opens the case.',
      runbook: 'a-schedule-has-stopped',
    },
    'reconcile-stopped': {
      metric: ofFunction('Invocations', stage, 'events/reconcile', 30),
      threshold: 1,
      mustRun: true,
      impact: 'What was lost on the way (a message, a step, a next task) is not found again.',
      runbook: 'a-schedule-has-stopped',
    },
    'seal-digest-stopped': {
      metric: ofFunction('Invocations', stage, 'events/seal-digest', 24 * 60),
      threshold: 1,
      evaluationPeriods: 2,
      mustRun: true,
      impact:
        'Days are without their digest: receipts get no proof, and a change of the record would not show.',
      runbook: 'a-day-has-no-digest',
    },
    'seal-digest-faults': {
      metric: ofFunction('Errors', stage, 'events/seal-digest', 60),
      threshold: 1,
      impact: 'A day could not be sealed: its receipts get no proof until it is.',
      runbook: 'a-day-has-no-digest',
    },
    'statistics-stopped': {
      metric: ofFunction('Invocations', stage, 'events/project-statistics', 15),
      threshold: 1,
      mustRun: true,
      impact: 'Nobody sees how many cases wait, and what is left over does not ring.',
      runbook: 'a-schedule-has-stopped',
    },
    'region-silent': {
      metric: ofFunction('Errors', stage, 'events/watch-region', 15),
      threshold: 2,
      impact: 'The active region works off nothing: nobody is told, assigned or given anything.',
      runbook: 'a-region-is-lost',
    },
    'sweep-faults': {
      metric: ofFunction('Errors', stage, 'events/sweep-deadlines', 5),
      threshold: 3,
      impact: 'Deadlines pass without their effect until somebody opens the case.',
      runbook: 'a-schedule-has-stopped',
    },
    'reconcile-faults': {
      metric: ofFunction('Errors', stage, 'events/reconcile', 30),
      threshold: 2,
      impact: 'What was lost on the way (a message, a step, a next task) is not found again.',
      runbook: 'a-schedule-has-stopped',
    },
  };
}

function leftOver({ config: { stage }, parked, schedulesFailed }: Watched): Record<string, Watch> {
  const period = Duration.minutes(1);
  return {
    parked: {
      metric: parked.metricApproximateNumberOfMessagesVisible({ period }),
      threshold: 1,
      impact:
        'A record could not be relayed or brought up to date: its messages, lists or next step are missing.',
      runbook: 'a-record-is-parked',
    },
    'left-over-old': {
      metric: measured('LeftOvers', stage, 5),
      threshold: 1,
      evaluationPeriods: 2,
      impact:
        'A message, a next step or a deadline was missed, and three rounds of the search did not bring it.',
      runbook: 'something-is-left-over',
    },
    'finding-late': {
      metric: measured('CriticalFindingsLate', stage, 60),
      threshold: 1,
      impact: 'A critical weakness is open past the day by which it had to be mended.',
      runbook: 'a-critical-finding-is-late',
    },
    'schedules-failed': {
      metric: schedulesFailed.metricApproximateNumberOfMessagesVisible({ period }),
      threshold: 1,
      impact: 'A round of the deadlines or of the search for left-overs could not be begun.',
      runbook: 'a-schedule-has-stopped',
    },
  };
}

/** Of the whole account: SES stops an account's mail, not a stage's. */
function mail({ alarmAt }: StageConfig): Record<string, Watch> {
  const rate = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Average', period: Duration.hours(1) });
  return {
    'mail-bounces': {
      metric: rate('Reputation.BounceRate'),
      threshold: alarmAt.bounceRate,
      impact: 'Many mails do not arrive; SES may stop sending all mail, codes for sign-in too.',
      runbook: 'mail-comes-back',
    },
    'mail-complaints': {
      metric: rate('Reputation.ComplaintRate'),
      threshold: alarmAt.complaintRate,
      impact: 'Recipients report our mail as spam; SES may stop sending all mail, codes for sign-in too.',
      runbook: 'mail-comes-back',
    },
  };
}
