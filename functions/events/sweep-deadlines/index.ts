/** Triggered each minute. It only enqueues ids of what is due; naming a record twice is harmless, as performing is. */
import { makeQueue } from '../../container/queues.ts';
import { makeRecords } from '../../container/records.ts';
import { log, startLog } from '../../log.ts';
import { sweepDeadlines } from '../../use-cases/upkeep/sweep-deadlines.ts';
import { whenActive } from '../when-active.ts';

const { activeRegion, leftOvers, relay } = makeRecords();
const due = makeQueue('dueQueue');

export const handler = whenActive(activeRegion, sweep, undefined);

async function sweep(): Promise<void> {
  startLog({});
  const enqueued = await sweepDeadlines({ leftOvers, relay, due }, new Date().toISOString());
  log('SWEEP_DEADLINES_COMPLETED', { enqueued });
}
