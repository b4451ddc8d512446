import type { Position, RecordRef } from '../../domain/record/version.ts';
import { isLater } from '../../domain/record/version.ts';
import { relayRecord } from '../relay/relay-record.ts';
import { type Span, slicesBetween, versionsIn } from './log-slices.ts';
import { minutesBefore } from './minutes-before.ts';
import { parkRecord } from './park-record.ts';
import type { Reconciling } from './reconcile.ts';

const JOB = 'reconcile/log';
/** Never past what may still be on its way; read again behind the checkpoint, since an index is filled a moment late. */
const NOT_PAST_MINUTES = 5;
const BEHIND_MINUTES = 15;
const FIRST_ROUND_MINUTES = 24 * 60;

/**
 * Walks the log from the checkpoint and relays every record that is behind. The checkpoint moves slice by slice, so that
 * a round that runs out of time has still come nearer. A record that cannot be relayed is parked; the walk goes on.
 */
export async function relayMissed(
  reconciling: Reconciling,
  now: string,
  notPastMinutes: number = NOT_PAST_MINUTES,
): Promise<number> {
  const { leftOvers } = reconciling;
  const until = minutesBefore(now, Math.min(notPastMinutes, NOT_PAST_MINUTES));
  const checkpoint = (await leftOvers.checkpoint(JOB)) ?? minutesBefore(until, FIRST_ROUND_MINUTES);
  let relayed = 0;
  for (const slice of slicesBetween(minutesBefore(checkpoint, BEHIND_MINUTES), until)) {
    for (const [, position] of await newestOf(reconciling, slice)) {
      relayed += await relayIfBehind(reconciling, position, now);
    }
    if (slice.until > checkpoint) await leftOvers.keepCheckpoint(JOB, slice.until);
  }
  return relayed;
}

/** The newest version of each record written in a span. */
async function newestOf({ leftOvers, logShards }: Reconciling, span: Span) {
  const newest = new Map<string, RecordRef & Position>();
  for await (const item of versionsIn(leftOvers, logShards, span)) {
    const name = `${item.kind}/${item.id}`;
    const known = newest.get(name);
    if (known === undefined || isLater(item, known)) newest.set(name, item);
  }
  return newest;
}

async function relayIfBehind(
  reconciling: Reconciling,
  { kind, id, epoch, version }: RecordRef & Position,
  now: string,
): Promise<number> {
  const ref = { kind, id };
  try {
    const upTo = await reconciling.relay.relayedUpTo(ref);
    const behind = upTo === undefined || isLater({ epoch, version }, upTo);
    return behind ? await relayRecord(reconciling, ref) : 0;
  } catch (error) {
    reconciling.left(ref, error);
    await parkRecord(reconciling, ref, error instanceof Error ? error.name : 'unknown', now);
    return 0;
  }
}
