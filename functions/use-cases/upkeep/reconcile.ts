import type { RecordRef } from '../../domain/record/version.ts';
import type { BusEvent, EventBus } from '../../ports/event-bus.ts';
import type { ParkedQueue } from '../../ports/queues.ts';
import type { LeftOvers, OpenCase, PageOfWork, RelayStore } from '../../ports/relay-store.ts';
import type { Relaying } from '../relay/relay-record.ts';
import type { Advancing } from '../workflow/advance-workflow.ts';
import { type MissingToken, restartWorkflow } from '../workflow/restart-workflow.ts';
import { minutesBefore } from './minutes-before.ts';
import { redriveParked } from './redrive-parked.ts';
import { relayMissed } from './relay-missed.ts';
import { type RollingOver, rollOver } from './roll-over.ts';

export interface Reconciling extends Relaying, RollingOver {
  readonly leftOvers: LeftOvers;
  readonly relay: RelayStore;
  readonly bus: EventBus;
  readonly parked: ParkedQueue;
  readonly workflow: Advancing;
  readonly logShards: number;
  /** Said of one thing that could not be mended this time; the rest goes on. */
  readonly left: (what: RecordRef, error: unknown) => void;
}

export interface Round {
  /** What is younger may still be on its way. An operator who knows better says 0. */
  readonly olderThanMinutes?: number;
  /** Also tries again what a person has looked after. */
  readonly redriveParked?: boolean;
}

export interface Reconciled {
  readonly messages: number;
  readonly followUps: number;
  readonly workflows: number;
  readonly parked: number;
  /** Executions begun again because the state machine has changed. */
  readonly rolledOver: number;
  readonly relayed: number;
}

const LEFT_OVER_MINUTES = 3;
/** A list this long is walked on in the next round, from where this one ended: the oldest never starve the rest. */
const MOST_PAGES_A_ROUND = 10;
const MOST_BROKEN_A_ROUND = 500;
const BROKEN_BEHIND_MINUTES = 30;
const FIRST_ROUND_MINUTES = 24 * 60;
const BROKEN_JOB = 'reconcile/broken';

/**
 * Finds what was missed and does it again: messages and follow-ups past their retry, open cases that no execution waits
 * for, broken executions, parked records, and (last, since it may be long) versions nobody relayed. Everything it does
 * is harmless when it was not needed, and one thing that fails holds up nothing else.
 */
export async function reconcile(
  reconciling: Reconciling,
  now: string,
  round: Round = {},
): Promise<Reconciled> {
  const { leftOvers, bus } = reconciling;
  const olderThan = minutesBefore(now, round.olderThanMinutes ?? LEFT_OVER_MINUTES);
  const walk = <Item>(list: string, read: (page?: string) => Promise<PageOfWork<Item>>) =>
    walkOn(leftOvers, `reconcile/${list}`, read);
  const messages = await walk('unsent', (page) => leftOvers.unsent(olderThan, page));
  const followUps = await walk('open', (page) => leftOvers.openFollowUps(olderThan, page));
  await bus.publish([
    ...messages.map((messageId) => again('message-due', messageId, { messageId }, now)),
    ...followUps.map((followUpId) => again('follow-up-due', followUpId, { followUpId }, now)),
  ]);
  const cases = await walk('no-token', (page) => leftOvers.withoutToken(olderThan, page));
  const workflows = await mendWorkflows(reconciling, cases, now, round);
  const parked = await redriveParked(reconciling, round.redriveParked ?? false);
  const rolledOver = await rollOver(reconciling, now);
  const relayed = await relayMissed(reconciling, now, round.olderThanMinutes);
  return { messages: messages.length, followUps: followUps.length, workflows, parked, rolledOver, relayed };
}

function again(type: string, id: string, facts: Readonly<Record<string, string>>, now: string): BusEvent {
  return { type, detail: { eventId: `${id}/again/${now}`, ...facts } };
}

/** Reads a list from where the last round ended, and from its start again once the end is reached. */
async function walkOn<Item>(
  leftOvers: LeftOvers,
  job: string,
  read: (page?: string) => Promise<PageOfWork<Item>>,
): Promise<readonly Item[]> {
  const kept = await leftOvers.checkpoint(job);
  let page = kept === undefined || kept === '' ? undefined : kept;
  const found: Item[] = [];
  for (let pages = 0; pages < MOST_PAGES_A_ROUND; pages += 1) {
    const { items, next } = await read(page);
    found.push(...items);
    page = next;
    if (page === undefined) break;
  }
  const ended = page ?? '';
  if (ended !== (kept ?? '')) await leftOvers.keepCheckpoint(job, ended);
  return found;
}

/** Cases without a token, and those whose execution broke while its token was stored (no list shows them). */
async function mendWorkflows(
  reconciling: Reconciling,
  open: readonly OpenCase[],
  now: string,
  { olderThanMinutes }: Round,
): Promise<number> {
  const { workflow, leftOvers, left } = reconciling;
  const checkpoint = (await leftOvers.checkpoint(BROKEN_JOB)) ?? minutesBefore(now, FIRST_ROUND_MINUTES);
  const since = minutesBefore(checkpoint, BROKEN_BEHIND_MINUTES);
  const broken = await workflow.engine.brokenSince(since, MOST_BROKEN_A_ROUND);
  const cases = new Map(broken.map(({ caseId }): [string, MissingToken] => [caseId, { since: now }]));
  const lostAfter = olderThanMinutes === undefined ? {} : { lostAfterMinutes: olderThanMinutes };
  for (const { id, since: missing } of open) cases.set(id, { since: missing, ...lostAfter });
  let mended = 0;
  for (const [id, missing] of cases) {
    try {
      if ((await restartWorkflow(workflow, id, now, missing)) !== 'nothing-to-do') mended += 1;
    } catch (error) {
      left({ kind: 'case', id }, error);
    }
  }
  await leftOvers.keepCheckpoint(BROKEN_JOB, now);
  return mended;
}
