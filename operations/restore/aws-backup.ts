import { setTimeout as pause } from 'node:timers/promises';
import {
  BackupClient,
  DescribeRestoreJobCommand,
  GetRecoveryPointRestoreMetadataCommand,
  paginateListRecoveryPointsByResource,
  type RecoveryPointByResource,
  StartRestoreJobCommand,
} from '@aws-sdk/client-backup';
import type { TableDescription } from '@aws-sdk/client-dynamodb';

const POLL_SECONDS = 30;

export interface Restored {
  /** Whatever was written before this instant is in the recovery point. */
  readonly takenAt: string;
  readonly recoveryPoint: string;
}

/**
 * Restores the newest recovery point of a table into a new one by AWS Backup, under the same key, and waits for it.
 * Throws with AWS Backup's own words when there is no recovery point or the job fails.
 */
export async function restoreNewest(
  source: TableDescription,
  target: string,
  { role, say }: { readonly role: string; readonly say: (line: string) => void },
): Promise<Restored> {
  const client = new BackupClient({});
  const point = await newestPoint(client, source.TableArn ?? '');
  const { RecoveryPointArn = '', BackupVaultName = '', CreationDate } = point;
  say(`Recovery point ${RecoveryPointArn} in vault ${BackupVaultName}, of ${CreationDate?.toISOString()}`);
  const { RestoreMetadata = {} } = await client.send(
    new GetRecoveryPointRestoreMetadataCommand({ RecoveryPointArn, BackupVaultName }),
  );
  const masterKey = source.SSEDescription?.KMSMasterKeyArn;
  const { RestoreJobId } = await client.send(
    new StartRestoreJobCommand({
      RecoveryPointArn,
      IamRoleArn: role,
      ResourceType: 'DynamoDB',
      Metadata: {
        ...RestoreMetadata,
        targetTableName: target,
        ...(masterKey && { encryptionType: 'KMS', kmsMasterKeyArn: masterKey }),
      },
    }),
  );
  await finished(client, RestoreJobId ?? '', say);
  return { takenAt: (CreationDate ?? new Date(0)).toISOString(), recoveryPoint: RecoveryPointArn };
}

async function newestPoint(client: BackupClient, ResourceArn: string): Promise<RecoveryPointByResource> {
  const points: RecoveryPointByResource[] = [];
  for await (const page of paginateListRecoveryPointsByResource({ client }, { ResourceArn })) {
    points.push(...(page.RecoveryPoints ?? []).filter(({ Status }) => Status === 'COMPLETED'));
  }
  const [newest] = points.toSorted((one, other) => Number(other.CreationDate) - Number(one.CreationDate));
  if (newest === undefined)
    throw new Error(`No recovery point of ${ResourceArn} in this region: look at the backup page`);
  return newest;
}

async function finished(client: BackupClient, RestoreJobId: string, say: (line: string) => void) {
  for (;;) {
    const { Status, PercentDone, StatusMessage } = await client.send(
      new DescribeRestoreJobCommand({ RestoreJobId }),
    );
    if (Status === 'COMPLETED') return;
    if (Status === 'ABORTED' || Status === 'FAILED')
      throw new Error(`Restore job ${RestoreJobId} ended as ${Status}: ${StatusMessage}`);
    say(`… ${Status} ${PercentDone ?? ''}`);
    await pause(POLL_SECONDS * 1000);
  }
}
