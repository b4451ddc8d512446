import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Stage } from '../../infra/config.ts';
import { restoreNewest } from './aws-backup.ts';
import { createEmptyTable, describeTable } from './empty-table.ts';
import { exported, exportTable, loadTable } from './export-table.ts';

export interface CopyGiven {
  readonly stage: Stage;
  readonly live: string;
  readonly copy: string;
  /** An export taken before; without it the local stage takes one now. */
  readonly from?: string;
  /** The role that AWS Backup takes on. */
  readonly role?: string;
  readonly say: (line: string) => void;
}

/**
 * Brings a backup of the table into a new one: on AWS the newest recovery point, restored by AWS Backup; on the local
 * stage, which has no AWS Backup, an export of the table, loaded into an empty one. Answers when it was taken, and what
 * it is, in words.
 */
export async function takeCopy(
  given: CopyGiven,
): Promise<{ readonly takenAt: string; readonly what: string }> {
  const client = new DynamoDBClient({});
  const source = await describeTable(client, given.live);
  if (given.stage !== 'local' && given.from === undefined) {
    if (given.role === undefined)
      throw new Error('The backup stack is not deployed, or say the role: role <arn>');
    const { takenAt, recoveryPoint } = await restoreNewest(source, given.copy, {
      ...given,
      role: given.role,
    });
    return { takenAt, what: `recovery point ${recoveryPoint}, restored by AWS Backup` };
  }
  const { file, takenAt } = await exportOf(client, given);
  await createEmptyTable(client, source, given.copy);
  const loaded = await loadTable(client, exported(file), given.copy);
  given.say(`${loaded} items loaded into the empty table ${given.copy}`);
  return { takenAt, what: `export ${file} (a stand-in: the local stage has no AWS Backup)` };
}

/** The instant stands in the file's name: when it was written says nothing once it was copied. */
async function exportOf(client: DynamoDBClient, { live, from, say }: CopyGiven) {
  if (from !== undefined) {
    const taken = /-(\d{13})\.ndjson$/.exec(from)?.[1];
    if (taken === undefined) throw new Error(`${from} is no export of this command`);
    return { file: from, takenAt: new Date(Number(taken)).toISOString() };
  }
  const takenAt = new Date();
  const folder = join('.local', 'exports');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${live}-${takenAt.getTime()}.ndjson`);
  say(`${await exportTable(client, live, file)} items exported to ${file}`);
  return { file, takenAt: takenAt.toISOString() };
}
