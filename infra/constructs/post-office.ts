import { Stack } from 'aws-cdk-lib';
import { Effect, type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  CfnConfigurationSet,
  CfnConfigurationSetEventDestination,
  CfnEmailIdentity,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface PostOfficeProps {
  readonly stage: string;
  readonly sender: string;
  readonly key: IKey;
}

/** Outgoing mail: the sender's identity, a configuration set, and the topic to which SES reports what became of each mail. */
export class PostOffice extends Construct {
  readonly configurationSet: string;
  readonly reports: Topic;
  readonly #sender: string;

  constructor(scope: Construct, id: string, { stage, sender, key }: PostOfficeProps) {
    super(scope, id);
    this.#sender = sender;
    this.reports = new Topic(this, 'reports', { topicName: `banli-${stage}-mail-reports`, masterKey: key });
    this.reports.addToResourcePolicy(
      new PolicyStatement({
        sid: 'MailReportsPublish',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.reports.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const set = new CfnConfigurationSet(this, 'configuration', {
      name: `banli-${stage}`,
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
    });
    const destination = new CfnConfigurationSetEventDestination(this, 'destination', {
      configurationSetName: `banli-${stage}`,
      eventDestination: {
        name: 'reports',
        enabled: true,
        matchingEventTypes: ['delivery', 'bounce', 'complaint', 'reject'],
        snsDestination: { topicArn: this.reports.topicArn },
      },
    });
    destination.addResourceDependency(set);
    new CfnEmailIdentity(this, 'identity', { emailIdentity: sender });
    this.configurationSet = `banli-${stage}`;
  }

  /**
   * Sending from the one sender only: the condition narrows it more than an identity's ARN would, which the local
   * cloud cannot match. AWS always says the address; the local cloud does not, and "if exists" lets it pass there.
   */
  grantMail(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: ['*'],
        conditions: { StringEqualsIfExists: { 'ses:FromAddress': this.#sender } },
      }),
    );
  }

  /** SMS go to a number, not to a resource: AWS knows no ARN for it. */
  grantSms(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }),
    );
  }
}
