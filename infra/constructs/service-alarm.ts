import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface ServiceAlarmProps {
  readonly name: string;
  readonly metric: IMetric;
  /** Rings at this value and above; `mustRun`: below it. */
  readonly threshold: number;
  /** For what must go on all the time: too little rings, and so does silence. */
  readonly mustRun?: boolean;
  /** So many periods one after another; 1 unless said. */
  readonly evaluationPeriods?: number;
  /** What it means for a person: who waits for what. */
  readonly impact: string;
  /** Heading in docs/runbook.md. */
  readonly runbook: string;
  readonly topic: ITopic;
}

/** An alarm that says what it means for people and where to read what to do. */
export class ServiceAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: ServiceAlarmProps) {
    super(scope, id);
    const { mustRun = false } = props;
    this.alarm = new Alarm(this, 'alarm', {
      alarmName: props.name,
      alarmDescription: `${props.impact} Runbook: docs/runbook.md#${props.runbook}`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.evaluationPeriods ?? 1,
      comparisonOperator: mustRun
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: mustRun ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.alarm.addAlarmAction(new SnsAction(props.topic));
  }
}
