import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmTopicProps {
  readonly name: string;
  readonly key: IKey;
  readonly enforceTls: boolean;
  /** Addresses that are told; each confirms its subscription once. */
  readonly tell: readonly string[];
}

/** Where alarms go, and from there to people. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { name, key, enforceTls, tell }: AlarmTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'topic', { topicName: name, masterKey: key, enforceSSL: enforceTls });
    // A policy of our own (that demands TLS) takes the place of the one by which alarms could publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsPublish',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'FindingsPublish',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { ArnLike: { 'aws:SourceArn': ruleOfOurs(this) } },
      }),
    );
    for (const address of tell) this.topic.addSubscription(new EmailSubscription(address));
  }
}

/** A rule names itself, not the account, when it publishes. */
function ruleOfOurs(scope: Construct): string {
  return Stack.of(scope).formatArn({ service: 'events', resource: 'rule', resourceName: 'banli-*' });
}
