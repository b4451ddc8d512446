import { headOf } from '../../domain/kinds.ts';
import type { KeptVersion } from '../../domain/record/chain.ts';
import type { Finder, HeadItem } from '../../domain/record/head.ts';
import { type ReadClearPart, readClearPart } from '../../domain/record/read-version.ts';
import { isLater, type Position, type RecordRef } from '../../domain/record/version.ts';
import type { BusEvent, EventBus } from '../../ports/event-bus.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { RelayStore } from '../../ports/relay-store.ts';
import { HEAD_PROJECTION } from '../record/save-version.ts';

export interface Relaying {
  readonly store: Pick<RecordStore, 'versionsAfter' | 'headPosition' | 'putHead'>;
  readonly relay: RelayStore;
  readonly bus: EventBus;
}

const VERSIONS_A_PAGE = 25;
const PUBLISH_TRIES = 3;

/**
 * Makes every version after the last relayed one known: head, finders, message and follow-up items, events, and only
 * then `upTo`. A crash anywhere repeats from the start, where everything is put if absent and events carry ids.
 * Throws when the bus keeps refusing an event; the record is then behind and is found again.
 */
export async function relayRecord({ store, relay, bus }: Relaying, ref: RecordRef): Promise<number> {
  let upTo = (await relay.relayedUpTo(ref)) ?? { epoch: 1, version: 0, foundBy: [] };
  let relayed = 0;
  for (;;) {
    const versions = await store.versionsAfter(ref, upTo, VERSIONS_A_PAGE);
    const newest = versions.at(-1);
    if (newest === undefined) return relayed;
    const { epoch, version } = newest;
    const head = headOf(ref.kind, newest);
    const foundBy = head.finders ?? [];
    await putHeadIfLeft(store, { ...ref, epoch, version, projection: HEAD_PROJECTION, head });
    await relay.putFinders(ref, newest, unknownAmong(foundBy, upTo.foundBy));
    for (const kept of versions) await relayVersion({ relay, bus }, ref, kept);
    upTo = { epoch, version, foundBy };
    await relay.markRelayed(ref, upTo);
    relayed += versions.length;
  }
}

/** The command put the head as a rule; to look costs a twentieth of a put in vain, in two regions and their indexes. */
async function putHeadIfLeft(
  store: Pick<RecordStore, 'headPosition' | 'putHead'>,
  head: HeadItem,
): Promise<void> {
  const standing = await store.headPosition(head);
  if (standing === undefined || isLater(head, standing) || standing.projection < head.projection)
    await store.putHead(head);
}

function unknownAmong(finders: readonly Finder[], known: readonly Finder[]): readonly Finder[] {
  return finders.filter(
    ({ field, value }) => !known.some((one) => one.field === field && one.value === value),
  );
}

/** Leaves a version's messages and follow-ups (put if absent) and publishes its events. */
export async function relayVersion(
  { relay, bus }: Pick<Relaying, 'relay' | 'bus'>,
  ref: RecordRef,
  kept: KeptVersion,
) {
  const clear = readClearPart(kept);
  const name = nameOf(ref, kept);
  const position = { epoch: kept.epoch, version: kept.version };
  const ids = messageIdsOf(ref, kept, clear.messages.length);
  const messages = clear.messages.map((message, n) => ({ ...message, messageId: ids[n] ?? '' }));
  const followUps = clear.followUps.map((followUp, n) => ({ ...followUp, followUpId: `${name}-f${n}` }));
  for (const message of messages) {
    await relay.openMessage({ ...message, ref, position, status: 'pending', requestedAt: clear.at });
  }
  for (const followUp of followUps) {
    await relay.openFollowUp({ ...followUp, from: ref, position, status: 'open', openedAt: clear.at });
  }
  await publishAll(bus, [
    versionWritten(ref, clear),
    ...messages.map(({ messageId }) => event('message-due', messageId, { messageId })),
    ...followUps.map(({ followUpId }) => event('follow-up-due', followUpId, { followUpId })),
    ...uploads(ref, clear),
  ]);
}

/** The ids of a version's messages, made of its place. */
export function messageIdsOf(ref: RecordRef, position: Position, messages: number): readonly string[] {
  return Array.from({ length: messages }, (_, n) => `${nameOf(ref, position)}-m${n}`);
}

/** What messages, follow-ups and events of a version are named by: of two versions 13 in two epochs both are told of. */
function nameOf({ kind, id }: RecordRef, { epoch, version }: Position): string {
  return epoch === 1 ? `${kind}-${id}-${version}` : `${kind}-${id}-${epoch}.${version}`;
}

function versionWritten(ref: RecordRef, { epoch, version, hall, event: happened }: ReadClearPart): BusEvent {
  return event('version-written', nameOf(ref, { epoch, version }), {
    ...{ kind: ref.kind, id: ref.id, epoch, version, hall },
    event: eventType(happened),
  });
}

function uploads(ref: RecordRef, { epoch, version, event: happened }: ReadClearPart): readonly BusEvent[] {
  if (eventType(happened) !== 'document-uploaded') return [];
  const fileId = Object.entries(Object(happened)).find(([name]) => name === 'fileId')?.[1];
  return [
    event('document-uploaded', `${nameOf(ref, { epoch, version })}-u`, {
      caseId: ref.id,
      fileId: String(fileId),
    }),
  ];
}

function event(type: string, eventId: string, facts: Readonly<Record<string, string | number>>): BusEvent {
  return { type, detail: { eventId, ...facts } };
}

function eventType(happened: unknown): string {
  return typeof happened === 'object' && happened !== null && 'type' in happened
    ? String(happened.type)
    : 'unknown';
}

/** Only what was not taken is tried again. */
async function publishAll(bus: EventBus, events: readonly BusEvent[]): Promise<void> {
  let left = events;
  for (let tries = 0; tries < PUBLISH_TRIES && left.length > 0; tries += 1) left = await bus.publish(left);
  if (left.length > 0) throw new Error(`The bus refused ${left.length} of ${events.length} events`);
}
