import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { ServiceAlarm } from '../constructs/service-alarm.ts';

/** A flood shows where the firewall is, and an alarm rings only in its own region: a topic there, under a key of its own. */
export function addEdgeAlarms(scope: Construct, config: StageConfig, firewall: CfnWebACL): void {
  const key = new Key(scope, 'alarm-key', {
    description: 'Alarms of the edge',
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.DESTROY,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsPublishToEncryptedTopic',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  const { topic } = new AlarmTopic(scope, 'alarms', {
    name: `banli-${config.stage}-edge-alarms`,
    key,
    enforceTls: config.enforceTls,
    tell: config.alarmMail,
  });
  new ServiceAlarm(scope, 'alarm-requests-blocked', {
    name: `banli-${config.stage}-requests-blocked`,
    metric: new Metric({
      namespace: 'AWS/WAFV2',
      metricName: 'BlockedRequests',
      dimensionsMap: { WebACL: firewall.name ?? '', Rule: 'ALL' },
      statistic: 'Sum',
      period: Duration.minutes(5),
    }),
    threshold: config.alarmAt.blockedRequests,
    impact: 'Somebody floods or probes the centre; people behind the same address may be turned away.',
    runbook: 'requests-are-blocked',
    topic,
  });
}
