import { caseDefinition } from '../../domain/case/case.ts';
import { readClearState } from '../../domain/record/read-version.ts';
import type { ArchiveLocks } from '../../ports/archive.ts';
import type { RecordStore } from '../../ports/record-store.ts';

export interface Locking {
  readonly store: Pick<RecordStore, 'newest'>;
  readonly locks: ArchiveLocks;
}

/**
 * Makes the locks of a case's papers what its record says now: until it is filed they stay under the hold they were put
 * with; then they are kept until their day, and on hold where the record is, or where no day is known. [6.3.2]
 */
export async function lockPapers({ store, locks }: Locking, caseId: string): Promise<'locked' | 'not-filed'> {
  const kept = await store.newest({ kind: 'case', id: caseId });
  if (kept === undefined) return 'not-filed';
  const { state } = readClearState(caseDefinition, kept.newest);
  if (state.status !== 'archived' || state.destroyed !== undefined) return 'not-filed';
  const { retainUntil, hold } = state;
  const until = retainUntil ?? undefined;
  await locks.lock(caseId, {
    ...(until !== undefined && { until }),
    hold: hold !== undefined || until === undefined,
  });
  return 'locked';
}
