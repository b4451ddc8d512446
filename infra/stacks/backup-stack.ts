import { ArnFormat, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { addBackupAlarms, addRestoreAlarm } from '../alarms/backup-alarms.ts';
import type { BackupConfig, StageConfig } from '../config.ts';
import { backupService } from '../constructs/backup-service.ts';
import { LockedVault, vaultName } from '../constructs/locked-vault.ts';
import { fixedKeys, type KeysByPurpose } from '../constructs/purpose-keys.ts';
import { RestoreTest } from '../constructs/restore-test.ts';

export interface BackupStackProps extends StackProps {
  readonly config: StageConfig;
  readonly backup: BackupConfig;
  readonly keys: KeysByPurpose;
  /** Tables and buckets that are backed up, by ARN. */
  readonly protects: readonly string[];
}

/** Each day a backup of everything that cannot be made again, in a locked vault, and a copy of it in the second region. */
export class BackupStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { config, backup, keys: given, protects, ...props }: BackupStackProps,
  ) {
    super(scope, id, props);
    const { stage, removal, replica } = config;
    const keys = fixedKeys(this, given);
    const { vault } = new LockedVault(this, 'vault', {
      ...{ stage, key: keys.backup, backup, removal },
      mostDays: config.backupKeptDays,
    });
    const copies = replica && this.#vaultIn(replica.region, stage);
    const rule = (ruleName: string, day: string | undefined, keptDays: number) =>
      new BackupPlanRule({
        ruleName,
        backupVault: vault,
        // 01:10 in the hall, when hardly anybody writes; a region whose backups queue may begin until morning.
        scheduleExpression: Schedule.cron({ minute: '10', hour: '17', ...(day && { day }) }),
        startWindow: Duration.hours(4),
        completionWindow: Duration.hours(12),
        deleteAfter: Duration.days(keptDays),
        ...(copies && {
          copyActions: [{ destinationBackupVault: copies, deleteAfter: Duration.days(keptDays) }],
        }),
      });
    const plan = new BackupPlan(this, 'plan', {
      backupPlanName: `banli-${stage}`,
      backupPlanRules: [
        rule('daily', undefined, backup.dailyKeptDays),
        rule('monthly', '1', config.backupKeptDays),
      ],
    });
    plan.addSelection('selection', {
      backupSelectionName: 'tables-and-buckets',
      resources: protects.map((arn) => BackupResource.fromArn(arn)),
      role: this.#role(keys),
      disableDefaultBackupPolicy: true,
    });
    const { role } = new RestoreTest(this, 'restore-test', { stage, vault, keys });
    new CfnOutput(this, 'RestoreRoleArn', { value: role.roleArn });
    addBackupAlarms(this, stage, copies !== undefined);
    addRestoreAlarm(this, stage);
  }

  #vaultIn(region: string, stage: string) {
    const arn = this.formatArn({
      service: 'backup',
      region,
      resource: 'backup-vault',
      resourceName: vaultName(stage),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return BackupVault.fromBackupVaultArn(this, 'copies', arn);
  }

  #role(keys: KeysByPurpose): Role {
    const role = new Role(this, 'role', {
      assumedBy: backupService(this),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup'),
        ManagedPolicy.fromAwsManagedPolicyName('AWSBackupServiceRolePolicyForS3Backup'),
      ],
    });
    for (const source of [keys.table, keys.documents, keys.archive])
      source.grant(role, 'kms:Decrypt', 'kms:DescribeKey');
    keys.backup.grant(
      role,
      ...['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
      ...['kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    );
    return role;
  }
}
