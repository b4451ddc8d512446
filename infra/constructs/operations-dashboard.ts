import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  MathExpression,
  Metric,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { MEASURES_NAMESPACE } from '../../functions/environment.ts';
import { CASE_COST } from '../case-cost.ts';

export interface OperationsDashboardProps {
  readonly stage: string;
  readonly region: string;
  /** Queues by consumer: `banli-<stage>-<consumer>`. */
  readonly queues: readonly string[];
  readonly functions: readonly string[];
  readonly apiId: string;
  readonly stateMachineArn: string;
  readonly table: string;
  readonly alarms: readonly IAlarm[];
}

const PHASES = ['draft', 'intake', 'review', 'handling', 'notification', 'archive'];
const WIDE = 24;
const HALF = 12;
const THIRD = 8;

/** One page for whoever is on call: what rings, cases by phase, in time, waiting, queues, failures, cost per case. */
export class OperationsDashboard extends Construct {
  constructor(scope: Construct, id: string, props: OperationsDashboardProps) {
    super(scope, id);
    const { stage, region, alarms } = props;
    const dashboard = new Dashboard(this, 'dashboard', { dashboardName: `banli-${stage}-${region}` });
    const [first] = alarms;
    if (first !== undefined)
      dashboard.addWidgets(
        new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: WIDE, height: 6 }),
      );
    dashboard.addWidgets(
      graph(
        'Cases by phase',
        HALF,
        PHASES.map((phase) => this.#ours(stage, 'CasesInPhase', { Phase: phase })),
      ),
      new SingleValueWidget({
        title: 'Today',
        width: HALF,
        height: 6,
        metrics: ['OnTimeShare', 'OldestWaitingHours', 'SubmittedToday', 'ClosedToday', 'LeftOvers'].map(
          (name) => this.#ours(stage, name),
        ),
      }),
    );
    dashboard.addWidgets(
      graph(
        'Age of the oldest message (s)',
        HALF,
        ofQueues(props, 'ApproximateAgeOfOldestMessage', 'Maximum'),
      ),
      graph('Dead letters', HALF, ofQueues(props, 'ApproximateNumberOfMessagesVisible', 'Maximum', '-dlq')),
    );
    dashboard.addWidgets(
      graph(
        'Failures of functions',
        THIRD,
        props.functions.map((name) => ofFunction(name, 'Errors')),
      ),
      graph('Answers 5xx', THIRD, [ofApi(props.apiId, '5xx')]),
      graph('Broken executions', THIRD, [ofMachine(props.stateMachineArn, 'ExecutionsFailed')]),
    );
    dashboard.addWidgets(
      graph('Cost per case closed (USD, list prices)', HALF, [this.#costPerCase(props)]),
      new TextWidget({ width: HALF, height: 6, markdown: CASE_COST.explanation }),
    );
  }

  #ours(stage: string, metricName: string, more: Record<string, string> = {}): Metric {
    return new Metric({
      namespace: MEASURES_NAMESPACE,
      metricName,
      label: more.Phase ?? metricName,
      dimensionsMap: { Stage: stage, ...more },
      statistic: 'Maximum',
      period: Duration.minutes(5),
    });
  }

  /** What the account counted itself, times the list price, over the cases closed in that day. */
  #costPerCase({ stage, functions, stateMachineArn, table }: OperationsDashboardProps): IMetric {
    const day = Duration.days(1);
    const durations = Object.fromEntries(
      functions.map((name, n) => [`d${n}`, ofFunction(name, 'Duration').with({ period: day })]),
    );
    const units = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: table },
        statistic: 'Sum',
        period: day,
      });
    // Metric math knows no exponents: written out.
    const [millisecond, write, read, execution] = [
      CASE_COST.usd.lambdaMillisecond,
      CASE_COST.usd.writeUnit,
      CASE_COST.usd.readUnit,
      CASE_COST.usd.execution,
    ].map((price) => price.toFixed(12));
    const compute = Object.keys(durations).join('+');
    return new MathExpression({
      label: 'USD',
      period: day,
      expression: `((${compute})*${millisecond}+w*${write}+r*${read}+t*${execution})/IF(c>0,c,1)`,
      usingMetrics: {
        ...durations,
        w: units('ConsumedWriteCapacityUnits'),
        r: units('ConsumedReadCapacityUnits'),
        t: ofMachine(stateMachineArn, 'ExecutionsStarted').with({ period: day }),
        c: this.#ours(stage, 'ClosedToday').with({ period: day }),
      },
    });
  }
}

function graph(title: string, width: number, left: readonly IMetric[]): GraphWidget {
  return new GraphWidget({ title, width, height: 6, left: [...left] });
}

function ofQueues({ queues }: OperationsDashboardProps, metricName: string, statistic: string, suffix = '') {
  return queues.map(
    (queue) =>
      new Metric({
        namespace: 'AWS/SQS',
        metricName,
        dimensionsMap: { QueueName: `${queue}${suffix}` },
        label: queue,
        statistic,
        period: Duration.minutes(5),
      }),
  );
}

function ofFunction(name: string, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: name },
    label: name,
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
}

function ofApi(ApiId: string, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
}

function ofMachine(StateMachineArn: string, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/States',
    metricName,
    dimensionsMap: { StateMachineArn },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
}
