/**
 * Triggered by the sweep (queue). What is due is performed by the record's own table and keyed by its due instant, so a
 * second delivery finds it done. A record that keeps failing is parked with an alarm, so that it starves nobody.
 */
import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { makeKernel } from '../../container/kernel.ts';
import { makeQueue } from '../../container/queues.ts';
import { RECORD_KINDS } from '../../domain/record/version.ts';
import { log, logFailure } from '../../log.ts';
import { performDue } from '../../use-cases/upkeep/perform-due.ts';
import { handleQueue } from '../handle-queue.ts';

const { kernel, references, relay } = makeKernel();
const parked = makeQueue('parkedQueue');
const ref = z.object({ kind: z.enum(RECORD_KINDS), id: z.string() });
const TRIES = 3;

export async function handler(event: SQSEvent) {
  const tries = Number(event.Records[0]?.attributes.ApproximateReceiveCount ?? '1');
  return handleQueue(
    { completed: 'PERFORM_DUE_COMPLETED', failed: 'PERFORM_DUE_FAILED' },
    async (body, now) => {
      const record = ref.parse(body);
      try {
        await performDue({ kernel, references }, record, now);
        return 'performed';
      } catch (error) {
        if (tries < TRIES) throw error;
        logFailure('PERFORM_DUE_FAILED', error, { ...record });
        await relay.park(record, 'due-effect-fails', now);
        await parked.tellParked(record, 'due-effect-fails');
        log('PARK_RECORD_COMPLETED', { ...record });
        return 'parked';
      }
    },
  )(event);
}
