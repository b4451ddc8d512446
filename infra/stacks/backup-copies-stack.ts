import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addRestoreAlarm } from '../alarms/backup-alarms.ts';
import type { BackupConfig, StageConfig } from '../config.ts';
import { LockedVault } from '../constructs/locked-vault.ts';
import { fixedKeys, type KeysByPurpose } from '../constructs/purpose-keys.ts';
import { RestoreTest } from '../constructs/restore-test.ts';

export interface BackupCopiesStackProps extends StackProps {
  readonly config: StageConfig;
  readonly backup: BackupConfig;
  /** The replicas of the keys in this region. */
  readonly keys: KeysByPurpose;
}

/** The vault in the second region that takes the copies, and the monthly test that they can be restored there. */
export class BackupCopiesStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { config, backup, keys: given, ...props }: BackupCopiesStackProps,
  ) {
    super(scope, id, props);
    const { stage, removal } = config;
    const keys = fixedKeys(this, given);
    const { vault } = new LockedVault(this, 'vault', {
      ...{ stage, key: keys.backup, backup, removal },
      mostDays: config.backupKeptDays,
    });
    const { role } = new RestoreTest(this, 'restore-test', { stage, vault, keys });
    new CfnOutput(this, 'RestoreRoleArn', { value: role.roleArn });
    addRestoreAlarm(this, stage);
  }
}
