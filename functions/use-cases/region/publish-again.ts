import { isLater, type Position, type RecordRef } from '../../domain/record/version.ts';
import { relayRecord, relayVersion } from '../relay/relay-record.ts';
import type { Span } from '../upkeep/log-slices.ts';
import { minutesBefore } from '../upkeep/minutes-before.ts';
import {
  type Activating,
  LAST_ACT_SECONDS,
  type Piece,
  type StepWork,
  secondsAfter,
  secondsLeft,
} from './activating.ts';
import { afterStep, counted, type Progress } from './progress.ts';
import { walkLog } from './walk-log.ts';

/** What the lost region's queues may have held is younger than this before it was last well. */
export const BEFORE_HEALTHY_MINUTES = 24 * 60;
/** An index is filled a moment late. */
const BEHIND_MINUTES = 2;

/** Every version since a day before the region before was last well, piece by piece of the log: its queues may have held them. */
export const publishAgain: StepWork = async (activating, progress) =>
  publishPiece(activating, progress, {
    from: minutesBefore(progress.healthyAt, BEFORE_HEALTHY_MINUTES),
    until: progress.stepStartedAt,
  });

/**
 * What the region before may have relayed into its own queues after the switch, while its cached answer lasted; and what
 * the log's index showed a moment late. Where nothing of the other region runs any more, nobody waits for it.
 */
export const lookAgain: StepWork = async (activating, progress, { gone }) => {
  const { switchedAt, stepStartedAt } = progress;
  const left = secondsLeft(switchedAt, LAST_ACT_SECONDS, activating.clock());
  if (!gone && left > 0) return { waitSeconds: left };
  const from = minutesBefore(switchedAt, BEHIND_MINUTES);
  const until = gone ? stepStartedAt : secondsAfter(switchedAt, LAST_ACT_SECONDS);
  return publishPiece(activating, progress, { from, until }, gone ? GONE : undefined);
};

const GONE = 'nothing of the other region ran any more';

async function publishPiece(
  activating: Activating,
  progress: Progress,
  span: Span,
  note?: string,
): Promise<Piece> {
  const relayedBefore = new Map<string, Position>();
  let published = 0;
  let relayed = 0;
  const { cursor: from, ...rest } = progress;
  const cursor = await walkLog(activating, { ...span, ...(from && { cursor: from }) }, async (written) => {
    await activating.pace();
    const ref = { kind: written.kind, id: written.id };
    const name = `${ref.kind}/${ref.id}`;
    const before = relayedBefore.get(name) ?? (await activating.relay.relayedUpTo(ref)) ?? NOTHING;
    if (!relayedBefore.has(name)) relayed += await relayOrLeave(activating, ref);
    relayedBefore.set(name, before);
    // What was behind has just been published with everything of it.
    if (!isLater(written, before)) published += await publishVersion(activating, ref, written);
  });
  const after = counted(rest, { versionsPublishedAgain: published, versionsRelayed: relayed });
  if (cursor !== undefined) return { progress: { ...after, cursor } };
  return { progress: afterStep(after, activating.clock(), { ok: true, ...(note && { note }) }) };
}

const NOTHING: Position = { epoch: 1, version: 0 };

async function relayOrLeave(activating: Activating, ref: RecordRef): Promise<number> {
  try {
    return await relayRecord(activating, ref);
  } catch (error) {
    // Reconcile finds it by the log and parks it, if it fails again.
    activating.left(ref, error);
    return 0;
  }
}

async function publishVersion(activating: Activating, ref: RecordRef, position: Position): Promise<number> {
  const kept = await activating.store.versionAt(ref, position);
  if (kept === undefined) return 0;
  await relayVersion(activating, ref, kept);
  return 1;
}
