import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { MEASURES_NAMESPACE } from '../../functions/environment.ts';
import { functionName } from '../constructs/service-function.ts';

/** What project-statistics counts each minute. */
export function measured(metricName: string, stage: string, minutes: number) {
  return new Metric({
    namespace: MEASURES_NAMESPACE,
    metricName,
    dimensionsMap: { Stage: stage },
    statistic: 'Maximum',
    period: Duration.minutes(minutes),
  });
}

export function sum(
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  minutes: number,
) {
  return new Metric({
    namespace,
    metricName,
    dimensionsMap,
    statistic: 'Sum',
    period: Duration.minutes(minutes),
  });
}

export function ofFunction(
  metricName: string,
  stage: string,
  folder: string,
  minutes: number,
  statistic = 'Sum',
) {
  const dimensionsMap = { FunctionName: functionName(stage, folder) };
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap,
    statistic,
    period: Duration.minutes(minutes),
  });
}
