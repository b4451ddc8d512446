import type { Position, RecordRef } from '../../domain/record/version.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { type Parking, parkRecord } from '../upkeep/park-record.ts';

/** Why a record is parked that has two histories; a person alone lets it go. */
export const FORK = 'fork';

const VERSIONS_A_PAGE = 25;

/**
 * Whether a version of an older epoch is no part of the record's chain: numbers go on where the epoch was raised, so one
 * that bears a number which the later epoch has given as well was written in a region that was already lost.
 */
export async function isFork(
  store: Pick<RecordStore, 'versionsAfter'>,
  ref: RecordRef,
  late: Position,
): Promise<boolean> {
  let after = late;
  for (;;) {
    const versions = await store.versionsAfter(ref, after, VERSIONS_A_PAGE);
    const raised = versions.find(({ epoch }) => epoch > late.epoch);
    if (raised !== undefined) return raised.version <= late.version;
    const last = versions.at(-1);
    if (last === undefined) return false;
    after = last;
  }
}

/** A late arrival changes nothing; where it is a fork, the record is put before a person. Answers whether it is. */
export async function lookAtLateArrival(
  { store, ...parking }: Parking & { readonly store: Pick<RecordStore, 'versionsAfter'> },
  ref: RecordRef,
  late: Position,
  now: string,
): Promise<boolean> {
  const fork = await isFork(store, ref, late);
  if (fork) await parkRecord(parking, ref, FORK, now);
  return fork;
}
