import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { RECORD_KINDS } from '../../domain/record/version.ts';
import { log, logFailure } from '../../log.ts';
import { DUE_EFFECT_FAILS, type Parking, parkRecord } from '../../use-cases/upkeep/park-record.ts';
import { type Performing, performDue } from '../../use-cases/upkeep/perform-due.ts';
import { handleQueue } from '../handle-queue.ts';

const ref = z.object({ kind: z.enum(RECORD_KINDS), id: z.string() });

/** After so many failures a record is parked; its queue would give it five. */
const TRIES = 3;

export function makePerformDueHandler(performing: Performing & Parking) {
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const tries = Number(event.Records[0]?.attributes.ApproximateReceiveCount ?? '1');
    const codes = { completed: 'PERFORM_DUE_COMPLETED', failed: 'PERFORM_DUE_FAILED' } as const;
    return handleQueue(codes, async (body, now) => {
      const record = ref.parse(body);
      try {
        await performDue(performing, record, now);
        return 'performed';
      } catch (error) {
        if (tries < TRIES) throw error;
        logFailure('PERFORM_DUE_FAILED', error, { ...record });
        await parkRecord(performing, record, DUE_EFFECT_FAILS, now);
        log('PARK_RECORD_COMPLETED', { ...record });
        return 'parked';
      }
    })(event);
  };
}
