import type { RecordRef } from '../../domain/record/version.ts';
import type { EventBus } from '../../ports/event-bus.ts';
import type { LeftOvers, RelayStore } from '../../ports/relay-store.ts';
import { type Relaying, relayRecord } from '../relay/relay-record.ts';
import type { Advancing } from '../workflow/advance-workflow.ts';
import { restartWorkflow } from '../workflow/restart-workflow.ts';

export interface Reconciling extends Relaying {
  readonly leftOvers: LeftOvers;
  readonly relay: RelayStore;
  readonly bus: EventBus;
  readonly workflow: Advancing;
  readonly logShards: number;
}

export interface Reconciled {
  readonly relayed: number;
  readonly messages: number;
  readonly followUps: number;
  readonly workflows: number;
}

const JOB = 'reconcile';
/** Never past what may still be on its way; read again behind the checkpoint, since hours are read while they are written. */
const NOT_PAST_MINUTES = 5;
const BEHIND_MINUTES = 15;
const LEFT_OVER_MINUTES = 3;

/**
 * Finds what was missed and does it again: versions nobody relayed (by the log index), messages and follow-ups past
 * their retry, open cases that no execution waits for. Everything it does is harmless when it was not needed.
 */
export async function reconcile(reconciling: Reconciling, now: string): Promise<Reconciled> {
  const until = minutesBefore(now, NOT_PAST_MINUTES);
  const relayed = await relayMissed(reconciling, until);
  const olderThan = minutesBefore(now, LEFT_OVER_MINUTES);
  const messages = await reconciling.leftOvers.unsent(olderThan);
  const followUps = await reconciling.leftOvers.openFollowUps(olderThan);
  await reconciling.bus.publish([
    ...messages.map((messageId) => again('message-due', messageId, { messageId })),
    ...followUps.map((followUpId) => again('follow-up-due', followUpId, { followUpId })),
  ]);
  let workflows = 0;
  for (const { id } of await reconciling.leftOvers.withoutToken(olderThan)) {
    if ((await restartWorkflow(reconciling.workflow, id, now)) !== 'nothing-to-do') workflows += 1;
  }
  return { relayed, messages: messages.length, followUps: followUps.length, workflows };
}

function again(type: string, id: string, facts: Readonly<Record<string, string>>) {
  return { type, detail: { eventId: `${id}/again`, ...facts } };
}

/** Walks the log from the checkpoint, hour by hour and shard by shard; a record that is not behind is left alone. */
async function relayMissed(reconciling: Reconciling, until: string): Promise<number> {
  const { leftOvers, logShards } = reconciling;
  const checkpoint = await leftOvers.checkpoint(JOB);
  const from = minutesBefore(checkpoint ?? minutesBefore(until, 24 * 60), BEHIND_MINUTES);
  let relayed = 0;
  for (const hour of hoursBetween(from, until)) {
    for (let shard = 0; shard < logShards; shard += 1) {
      let page: string | undefined;
      do {
        const found = await leftOvers.written(hour, shard, page);
        for (const ref of distinct(found.versions))
          relayed += await relayIfBehind(reconciling, ref, found.versions);
        page = found.next;
      } while (page !== undefined);
    }
  }
  await leftOvers.keepCheckpoint(JOB, until);
  return relayed;
}

async function relayIfBehind(
  reconciling: Reconciling,
  ref: RecordRef,
  versions: readonly (RecordRef & { version: number })[],
): Promise<number> {
  const upTo = await reconciling.relay.relayedUpTo(ref);
  const newest = Math.max(
    ...versions.filter(({ id, kind }) => id === ref.id && kind === ref.kind).map(({ version }) => version),
  );
  return (upTo?.version ?? 0) >= newest ? 0 : relayRecord(reconciling, ref);
}

function distinct(refs: readonly RecordRef[]): readonly RecordRef[] {
  return [...new Map(refs.map(({ kind, id }) => [`${kind}/${id}`, { kind, id }])).values()];
}

function minutesBefore(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) - minutes * 60_000).toISOString();
}

function hoursBetween(from: string, until: string): readonly string[] {
  const hours: string[] = [];
  for (let at = Date.parse(`${from.slice(0, 13)}:00:00Z`); at <= Date.parse(until); at += 3_600_000) {
    hours.push(new Date(at).toISOString().slice(0, 13));
  }
  return hours;
}
