/**
 * Triggered by a case that was filed, held or released (bus → queue). Twice or late is harmless: the locks are made what
 * the record says when it is read, and until then the papers are under the hold they were put with.
 */
import * as z from 'zod/mini';
import { makeArchive } from '../../container/files.ts';
import { makeRecords } from '../../container/records.ts';
import { lockPapers } from '../../use-cases/archive/lock-papers.ts';
import { handleQueue, NOTHING_FAILED } from '../handle-queue.ts';
import { whenActive } from '../when-active.ts';

const { activeRegion, store } = makeRecords();
const locking = { store, locks: makeArchive() };
const body = z.object({ detail: z.object({ id: z.string() }) });

const consume = handleQueue({ completed: 'LOCK_ARCHIVE_COMPLETED', failed: 'LOCK_ARCHIVE_FAILED' }, (event) =>
  lockPapers(locking, body.parse(event).detail.id),
);

export const handler = whenActive(activeRegion, consume, NOTHING_FAILED);
