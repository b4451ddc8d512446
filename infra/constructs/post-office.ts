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
  readonly enforceTls: boolean;
  /** False where the cloud checks a sending against no identity's ARN (the local one). */
  readonly grantByIdentity: boolean;
}

/** Outgoing mail: the sender's identity, a configuration set, and the topic to which SES reports what became of each mail. */
export class PostOffice extends Construct {
  readonly configurationSet: string;
  readonly reports: Topic;
  readonly #props: PostOfficeProps;

  constructor(scope: Construct, id: string, props: PostOfficeProps) {
    super(scope, id);
    const { stage, sender, key, enforceTls } = props;
    this.#props = props;
    this.reports = new Topic(this, 'reports', {
      topicName: `banli-${stage}-mail-reports`,
      masterKey: key,
      enforceSSL: enforceTls,
    });
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

  /** Sending mail from the one sender only. */
  grantMail(grantee: IGrantable): void {
    const { sender, grantByIdentity } = this.#props;
    const arnOf = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        ...(grantByIdentity
          ? {
              resources: [arnOf('identity', sender), arnOf('configuration-set', this.configurationSet)],
              conditions: { StringEquals: { 'ses:FromAddress': sender } },
            }
          : { resources: ['*'] }),
      }),
    );
  }

  /** SMS go to a number, for which AWS knows no ARN: everything but topics. */
  grantSms(grantee: IGrantable): void {
    const topics = Stack.of(this).formatArn({ service: 'sns', region: '*', account: '*', resource: '*' });
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sns:Publish'], notResources: [topics] }),
    );
  }
}
