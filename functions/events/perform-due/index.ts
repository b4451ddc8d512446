/**
 * Triggered by the sweep (queue), one record a batch. What is due is performed by the record's own table and keyed by its
 * due instant, so a second delivery finds it done. A record that keeps failing is parked with an alarm, so that it
 * starves nobody.
 */
import { makeKernel } from '../../container/kernel.ts';
import { makeQueue } from '../../container/queues.ts';
import { makePerformDueHandler } from './handler.ts';

export const handler = makePerformDueHandler({ ...makeKernel(), parked: makeQueue('parkedQueue') });
