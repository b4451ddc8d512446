import { CfnRestoreTestingPlan, CfnRestoreTestingSelection, type IBackupVault } from 'aws-cdk-lib/aws-backup';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { backupService } from './backup-service.ts';

export interface RestoreTestProps {
  readonly stage: string;
  readonly vault: IBackupVault;
  /** The vault's key, and those under which a restored table and a restored bucket are born. */
  readonly keys: { readonly backup: IKey; readonly table: IKey; readonly documents: IKey };
}

const NEW_RESOURCE = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** Each month the newest backup of every table and bucket is restored beside the living ones, and removed after some hours. */
export class RestoreTest extends Construct {
  /** With it Backup restores, for an operator too. */
  readonly role: Role;

  constructor(scope: Construct, id: string, { stage, vault, keys }: RestoreTestProps) {
    super(scope, id);
    this.role = new Role(this, 'role', {
      assumedBy: backupService(this),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForRestores'),
        ManagedPolicy.fromAwsManagedPolicyName('AWSBackupServiceRolePolicyForS3Restore'),
      ],
    });
    const { role } = this;
    keys.backup.grant(role, 'kms:Decrypt', 'kms:DescribeKey');
    for (const key of [keys.table, keys.documents]) key.grant(role, ...NEW_RESOURCE);
    role.addToPolicy(
      new PolicyStatement({
        actions: ['kms:CreateGrant'],
        resources: [keys.table.keyArn],
        conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      }),
    );
    const planName = `banli_${stage}_monthly`;
    const plan = new CfnRestoreTestingPlan(this, 'plan', {
      restoreTestingPlanName: planName,
      scheduleExpression: 'cron(0 20 1 * ? *)',
      startWindowHours: 8,
      recoveryPointSelection: {
        algorithm: 'LATEST_WITHIN_WINDOW',
        includeVaults: [vault.backupVaultArn],
        recoveryPointTypes: ['SNAPSHOT'],
        selectionWindowDays: 7,
      },
    });
    const select = (name: string, type: string, overrides: Record<string, string>) => {
      const selection = new CfnRestoreTestingSelection(this, name, {
        restoreTestingPlanName: planName,
        restoreTestingSelectionName: name,
        protectedResourceType: type,
        protectedResourceArns: ['*'],
        iamRoleArn: role.roleArn,
        restoreMetadataOverrides: overrides,
        validationWindowHours: 8,
      });
      selection.addResourceDependency(plan);
    };
    select('tables', 'DynamoDB', { encryptionType: 'KMS', kmsMasterKeyArn: keys.table.keyArn });
    select('buckets', 'S3', { encryptionType: 'SSE-KMS', kmsKey: keys.documents.keyArn });
  }
}
