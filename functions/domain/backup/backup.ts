const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the centre promises for what it keeps: how old the last backup, its copy and its restore test may be. */
export interface BackupPromise {
  readonly resource: 'records' | 'documents' | 'archive' | 'digests';
  readonly backupHours: number;
  readonly copyHours: number;
  readonly restoreTestDays: number;
}

/** A day and two hours: the plan runs daily, and its window is two hours. Restores are tried monthly. [2.3.4] */
export const BACKUP_PROMISES: readonly BackupPromise[] = [
  { resource: 'records', backupHours: 26, copyHours: 30, restoreTestDays: 35 },
  { resource: 'documents', backupHours: 26, copyHours: 30, restoreTestDays: 35 },
  { resource: 'archive', backupHours: 26, copyHours: 30, restoreTestDays: 35 },
];

/** What was really done for a resource, as whoever makes the backups tells it. */
export interface BackupFacts {
  readonly resource: string;
  readonly backupAt?: string;
  readonly copyAt?: string;
  readonly restoreTestAt?: string;
  /** The last try of each that failed after the last that did not. */
  readonly failed: readonly ('backup' | 'copy' | 'restore-test')[];
}

export interface BackupLine {
  readonly act: 'backup' | 'copy' | 'restore-test';
  readonly at?: string;
  readonly promisedHours: number;
  readonly state: 'kept' | 'missed' | 'failed';
}

export interface ResourceBackup {
  readonly resource: string;
  readonly lines: readonly BackupLine[];
}

/** Each promise against what was done. Nothing ever done is missed, and a failed try is red even while the last is fresh. */
export function judgeBackups(facts: readonly BackupFacts[], now: string): readonly ResourceBackup[] {
  return BACKUP_PROMISES.map(({ resource, backupHours, copyHours, restoreTestDays }) => {
    const done = facts.find((one) => one.resource === resource);
    const line = (act: BackupLine['act'], at: string | undefined, hours: number): BackupLine => {
      const late = at === undefined || Date.parse(now) - Date.parse(at) > hours * HOUR;
      const state = done?.failed.includes(act) ? 'failed' : late ? 'missed' : 'kept';
      return { act, ...(at !== undefined && { at }), promisedHours: hours, state };
    };
    return {
      resource,
      lines: [
        line('backup', done?.backupAt, backupHours),
        line('copy', done?.copyAt, copyHours),
        line('restore-test', done?.restoreTestAt, (restoreTestDays * DAY) / HOUR),
      ],
    };
  });
}
