import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { type LogCode, log, logFailure, startLog } from '../log.ts';

/** What a batch answers of which every message is done with. */
export const NOTHING_FAILED: SQSBatchResponse = { batchItemFailures: [] };

/**
 * Handles a batch of a queue message by message: one that throws goes back alone, after its tries to the queue's own
 * dead letters. The body is parsed by `handle`; nothing of it is logged.
 */
export function handleQueue(
  codes: { readonly completed: LogCode; readonly failed: LogCode },
  handle: (body: unknown, now: string) => Promise<string>,
) {
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
    for (const { messageId, body } of event.Records) {
      startLog({ reference: messageId });
      try {
        const parsed: unknown = JSON.parse(body);
        startLog({ reference: messageId, eventId: eventIdOf(parsed) });
        log(codes.completed, { outcome: await handle(parsed, now()) });
      } catch (error) {
        logFailure(codes.failed, error);
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}

const ours = z.object({ detail: z.object({ eventId: z.string().check(z.regex(/^[\w.:/-]{1,200}$/)) }) });

/** The id of an event of ours, which names the version behind it; AWS's own events have none. */
function eventIdOf(body: unknown): string | undefined {
  const read = ours.safeParse(body);
  return read.success ? read.data.detail.eventId : undefined;
}

export function now(): string {
  return new Date().toISOString();
}
