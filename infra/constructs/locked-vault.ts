import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { BackupConfig } from '../config.ts';

/** A wrong length could not be put right once the lock is shut. */
const DAYS_TO_THINK_IT_OVER = 14;

export interface LockedVaultProps {
  readonly stage: string;
  readonly key: IKey;
  readonly backup: BackupConfig;
  readonly mostDays: number;
  readonly removal: RemovalPolicy;
}

/** A vault out of which nothing goes before its time: locked, and its own policy denies deletion to everybody. */
export class LockedVault extends Construct {
  readonly vault: BackupVault;

  constructor(scope: Construct, id: string, { stage, key, backup, mostDays, removal }: LockedVaultProps) {
    super(scope, id);
    this.vault = new BackupVault(this, 'vault', {
      backupVaultName: vaultName(stage),
      encryptionKey: key,
      blockRecoveryPointDeletion: true,
      removalPolicy: removal,
      lockConfiguration: {
        minRetention: Duration.days(backup.dailyKeptDays),
        maxRetention: Duration.days(mostDays),
        ...(backup.lock === 'compliance' && { changeableFor: Duration.days(DAYS_TO_THINK_IT_OVER) }),
      },
    });
  }
}

/** The same in both regions: figures of copies speak of a vault by its name alone. */
export function vaultName(stage: string): string {
  return `banli-${stage}`;
}
