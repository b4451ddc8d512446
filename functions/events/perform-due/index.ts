/**
 * Triggered by the sweep (queue), one record a batch. What is due is performed by the record's own table and keyed by its
 * due instant, so a second delivery finds it done. A record that keeps failing is parked with an alarm, so that it
 * starves nobody.
 */
import { makeKernel } from '../../container/kernel.ts';
import { makeQueue } from '../../container/queues.ts';
import { NOTHING_FAILED } from '../handle-queue.ts';
import { whenActive } from '../when-active.ts';
import { makePerformDueHandler } from './handler.ts';

const records = makeKernel();
const perform = makePerformDueHandler({ ...records, parked: makeQueue('parkedQueue') });

export const handler = whenActive(records.activeRegion, perform, NOTHING_FAILED);
