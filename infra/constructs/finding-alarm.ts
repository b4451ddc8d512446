import { Stack } from 'aws-cdk-lib';
import { type EventPattern, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface FindingAlarmProps {
  readonly stage: string;
  readonly name: string;
  readonly pattern: EventPattern;
  /** What it means for a person. */
  readonly impact: string;
  /** Heading in docs/runbook.md. */
  readonly runbook: string;
}

/** Tells people at once what a service of AWS reports, by the topic of alarms of this region. */
export class FindingAlarm extends Construct {
  constructor(scope: Construct, id: string, { stage, name, pattern, impact, runbook }: FindingAlarmProps) {
    super(scope, id);
    const ruleName = `banli-${stage}-${name}`;
    const topicArn = Stack.of(this).formatArn({ service: 'sns', resource: `banli-${stage}-alarms` });
    new Rule(this, 'rule', {
      ruleName,
      description: `${impact} Runbook: docs/runbook.md#${runbook}`,
      eventPattern: pattern,
      targets: [
        new SnsTopic(Topic.fromTopicArn(this, 'topic', topicArn), {
          // The event itself may quote addresses and names; who is told looks it up where looking is recorded.
          message: RuleTargetInput.fromText(`${ruleName}: ${impact} Runbook: docs/runbook.md#${runbook}`),
        }),
      ],
    });
  }
}
