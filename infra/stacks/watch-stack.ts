import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnDetector } from 'aws-cdk-lib/aws-guardduty';
import { CfnHub } from 'aws-cdk-lib/aws-securityhub';
import type { Construct } from 'constructs';
import type { StageConfig, WatchConfig } from '../config.ts';
import { AccountTrail } from '../constructs/account-trail.ts';
import { FindingAlarm } from '../constructs/finding-alarm.ts';
import type { ServedData } from '../served-data.ts';

export interface WatchStackProps extends StackProps {
  readonly config: StageConfig;
  readonly watch: WatchConfig;
  readonly data: ServedData;
}

/** From this severity on GuardDuty says "medium"; below it, what everybody on the internet sees each day. */
const WORTH_CALLING = 4;

/** Acts by which somebody would cover their tracks, or make what is kept unreadable. */
const COVERING_TRACKS = {
  'aws.cloudtrail': ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors'],
  'aws.kms': ['ScheduleKeyDeletion', 'DisableKey', 'PutKeyPolicy'],
  'aws.guardduty': ['DeleteDetector', 'UpdateDetector'],
  'aws.backup': ['DeleteBackupVault', 'DeleteRecoveryPoint', 'DeleteBackupVaultLockConfiguration'],
} as const;

/** What the account does, beside what the application says it does: trail, intrusion detection, cost. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { config, watch, data, ...props }: WatchStackProps) {
    super(scope, id, props);
    const { stage } = config;
    new AccountTrail(this, 'of-account', { config, data });
    new CfnDetector(this, 'detector', {
      enable: true,
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
      features: ['S3_DATA_EVENTS', 'LAMBDA_NETWORK_LOGS'].map((name) => ({ name, status: 'ENABLED' })),
    });
    // Gathers findings. Its own standards would need AWS Config, which records each change a second time; what they
    // check is checked in the templates, before anything is deployed.
    new CfnHub(this, 'hub', { enableDefaultStandards: false, controlFindingGenerator: 'SECURITY_CONTROL' });
    new FindingAlarm(this, 'intruder', {
      stage,
      name: 'intruder',
      pattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Finding'],
        detail: { severity: [{ numeric: ['>=', WORTH_CALLING] }] },
      },
      impact: 'Somebody may be in the account, or a function may do what it was not made for.',
      runbook: 'somebody-may-be-inside',
    });
    for (const [source, eventName] of Object.entries(COVERING_TRACKS)) {
      const name = `tracks-${source.slice('aws.'.length)}`;
      new FindingAlarm(this, name, {
        stage,
        name,
        pattern: {
          source: [source],
          detailType: ['AWS API Call via CloudTrail'],
          detail: { eventName: [...eventName] },
        },
        impact: 'Somebody changed what keeps the record: trail, keys, detector or backups.',
        runbook: 'somebody-may-be-inside',
      });
    }
    if (this.region === config.region) this.#budget(config, watch);
  }

  #budget({ stage, alarmMail }: StageConfig, { monthlyDollars }: WatchConfig): void {
    const tell = (notificationType: string, threshold: number) => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold,
        thresholdType: 'PERCENTAGE',
      },
      subscribers: alarmMail.map((address) => ({ subscriptionType: 'EMAIL', address })),
    });
    new CfnBudget(this, 'budget', {
      budget: {
        budgetName: `banli-${stage}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyDollars, unit: 'USD' },
      },
      notificationsWithSubscribers: [tell('ACTUAL', 80), tell('FORECASTED', 100)],
    });
  }
}
