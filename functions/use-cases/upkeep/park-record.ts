import type { RecordRef } from '../../domain/record/version.ts';
import type { ParkedQueue } from '../../ports/queues.ts';
import type { RelayStore } from '../../ports/relay-store.ts';

/** Why a record is parked whose due effects cannot be performed; anything else is the relay's. */
export const DUE_EFFECT_FAILS = 'due-effect-fails';

export interface Parking {
  readonly relay: Pick<RelayStore, 'park'>;
  readonly parked: ParkedQueue;
}

/** Sets a record aside by key and reason, and rings; throws when even that fails, so that the source tries again. */
export async function parkRecord(
  { relay, parked }: Parking,
  ref: RecordRef,
  why: string,
  now: string,
): Promise<void> {
  await relay.park(ref, why, now);
  await parked.tellParked(ref, why);
}
