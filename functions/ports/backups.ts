import type { BackupFacts } from '../domain/backup/backup.ts';

/** Whoever makes the backups, asked what was really done. */
export interface Backups {
  /** By resource; `undefined` where this stage has nobody who makes any (the local cloud). */
  facts(): Promise<readonly BackupFacts[] | undefined>;
}
