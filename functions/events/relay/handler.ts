import type { DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { RECORD_KINDS, type RecordRef } from '../../domain/record/version.ts';
import { log, logFailure, startLog } from '../../log.ts';
import type { ParkedQueue } from '../../ports/queues.ts';
import { type Relaying, relayRecord } from '../../use-cases/relay/relay-record.ts';
import { parkRecord } from '../../use-cases/upkeep/park-record.ts';

const image = z.object({ kind: z.object({ S: z.enum(RECORD_KINDS) }), id: z.object({ S: z.string() }) });

/** Tries a record this often here; the local cloud and a poisoned batch alike never get to retry a stream. */
const TRIES = 3;

export function makeRelayHandler({ parked, ...relaying }: Relaying & { readonly parked: ParkedQueue }) {
  return async (event: DynamoDBStreamEvent): Promise<void> => {
    startLog({});
    const refs = event.Records.flatMap(({ dynamodb }) => {
      const parsed = image.safeParse(dynamodb?.NewImage);
      return parsed.success ? [{ kind: parsed.data.kind.S, id: parsed.data.id.S }] : [];
    });
    const distinct = new Map(refs.map((ref) => [`${ref.kind}/${ref.id}`, ref]));
    for (const ref of distinct.values()) await relayOrPark({ ...relaying, parked }, ref);
  };
}

async function relayOrPark(
  relaying: Relaying & { readonly parked: ParkedQueue },
  ref: RecordRef,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      log('RELAY_COMPLETED', { ...ref, versions: await relayRecord(relaying, ref) });
      return;
    } catch (error) {
      logFailure('RELAY_FAILED', error, { ...ref, attempt });
      if (attempt < TRIES) continue;
      const why = error instanceof Error ? error.name : 'unknown';
      await parkRecord(relaying, ref, why, new Date().toISOString());
      log('PARK_RECORD_COMPLETED', { ...ref });
      return;
    }
  }
}
