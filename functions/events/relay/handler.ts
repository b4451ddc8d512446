import type { DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { RECORD_KINDS, type RecordRef } from '../../domain/record/version.ts';
import { log, logFailure, startLog } from '../../log.ts';
import type { Eras } from '../../ports/active-region.ts';
import type { ParkedQueue } from '../../ports/queues.ts';
import { lookAtLateArrival } from '../../use-cases/region/late-arrival.ts';
import { type Relaying, relayRecord } from '../../use-cases/relay/relay-record.ts';
import { parkRecord } from '../../use-cases/upkeep/park-record.ts';
import { now } from '../handle-queue.ts';

const number = z.exactOptional(z.object({ N: z.coerce.number() }));
const image = z.object({
  kind: z.object({ S: z.enum(RECORD_KINDS) }),
  id: z.object({ S: z.string() }),
  epoch: number,
  version: number,
});

/** Tries a record this often here; the local cloud and a poisoned batch alike never get to retry a stream. */
const TRIES = 3;

export function makeRelayHandler({
  parked,
  eras,
  ...relaying
}: Relaying & { readonly parked: ParkedQueue; readonly eras: Eras }) {
  return async (event: DynamoDBStreamEvent): Promise<void> => {
    startLog({});
    const written = event.Records.flatMap(({ dynamodb }) => {
      const { success, data } = image.safeParse(dynamodb?.NewImage);
      if (!success) return [];
      const position = { epoch: data.epoch?.N ?? 1, version: data.version?.N ?? 0 };
      return [{ ref: { kind: data.kind.S, id: data.id.S }, position }];
    });
    const distinct = new Map(written.map(({ ref }) => [`${ref.kind}/${ref.id}`, ref]));
    for (const ref of distinct.values()) await relayOrPark({ ...relaying, parked }, ref);
    const { epoch } = await eras.era(now());
    const late = written.filter(({ position }) => position.epoch < epoch);
    for (const { ref, position } of late) {
      const fork = await lookAtLateArrival({ ...relaying, parked }, ref, position, now());
      log('LATE_ARRIVAL_COMPLETED', { ...ref, ...position, outcome: fork ? 'fork' : 'of-the-chain' });
    }
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
