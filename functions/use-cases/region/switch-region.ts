import type { Regime } from '../../ports/active-region.ts';
import { moveSeriesOn } from '../certificates/move-series-on.ts';
import {
  type Activating,
  type ActivationWish,
  LAST_ACT_SECONDS,
  type StepWork,
  secondsLeft,
} from './activating.ts';
import { afterStep, counted, keepProgress, type Progress, readProgress } from './progress.ts';

export type NotActivated = 'already-active' | 'switched-by-another';

/** Makes this region the active one, or finds the activation that was begun; the item decides, and its notes say how far it is. */
export async function beginActivation(
  activating: Activating,
  { by }: ActivationWish,
): Promise<Progress | NotActivated> {
  const { regions, own, first, consistency, leftOvers } = activating;
  const standing = await regions.regime();
  const now = activating.clock();
  if ((standing?.region ?? first) === own) {
    if (standing?.before === undefined) return 'already-active';
    const begun = await readProgress(leftOvers, standing.since);
    if (begun === undefined) return keepBeginning(activating, standing, now);
    return begun.drillId === undefined ? begun : 'already-active';
  }
  const { region = first, epoch = 1, healthyAt } = standing ?? {};
  const next: Regime = {
    region: own,
    epoch,
    since: now,
    by,
    before: { region, ...(healthyAt !== undefined && { healthyAt }) },
    ...(consistency === 'eventual' && { closed: true }),
  };
  if (!(await regions.replace(standing, next))) return 'switched-by-another';
  return keepBeginning(activating, next, standing?.since ?? now);
}

/** Without a heartbeat of the region before, from where it was switched to. */
async function keepBeginning(activating: Activating, regime: Regime, wellAt: string): Promise<Progress> {
  const { since, by, before } = regime;
  const beginning: Progress = {
    startedAt: since,
    switchedAt: since,
    by,
    from: before?.region ?? activating.first,
    healthyAt: before?.healthyAt ?? wellAt,
    now: 'switch-region',
    stepStartedAt: since,
    steps: [],
    figures: {},
    missing: [],
  };
  const begun = afterStep(beginning, activating.clock(), { ok: true });
  await keepProgress(activating.leftOvers, begun);
  return begun;
}

/** Numbers that the lost region may have given in the versions that did not follow: far fewer than this in their lag. */
const NUMBERS_LEFT_OUT = 1000;

/**
 * Only where replicas follow later: commands are refused until nobody can still write in the old epoch, then it is raised,
 * so that a late arrival overwrites nothing; and every number series leaves out what may have been given. Under strong
 * consistency nothing was lost, so nothing jumps.
 */
export const raiseEpoch: StepWork = async (activating, progress) => {
  const { regions, consistency, clock, kernel } = activating;
  if (consistency === 'strong') {
    const note = 'strongly consistent: nothing written is missing';
    return { progress: afterStep(progress, clock(), { ok: true, note }) };
  }
  const left = secondsLeft(progress.switchedAt, LAST_ACT_SECONDS, clock());
  if (left > 0) return { waitSeconds: left };
  const standing = await regions.regime();
  if (standing?.since !== progress.switchedAt) throw new Error('Another activation has begun meanwhile');
  if (standing.closed === true) {
    const { closed: _until, ...open } = standing;
    await regions.replace(standing, { ...open, epoch: standing.epoch + 1 });
    // Whoever asked before may still be told, for ten seconds, that nothing is taken.
    return { waitSeconds: 11 };
  }
  const series = await activating.seriesIds();
  const key = `activate-region/${progress.switchedAt}`;
  let moved = 0;
  for (const seriesId of series) {
    const asked = { seriesId, by: NUMBERS_LEFT_OUT, reason: 'region-lost', key };
    if (await moveSeriesOn(kernel, asked, clock())) moved += 1;
  }
  const raised = counted(progress, { epoch: standing.epoch, seriesMovedOn: moved });
  return { progress: afterStep(raised, clock(), { ok: true }) };
};

/** The operator's command switches the edge, under its own rights; here it is only noted. */
export const noteEdge: StepWork = async ({ clock }, progress, { edge }) => {
  if (edge === undefined) return { needs: 'edge' };
  return { progress: afterStep(progress, clock(), { ok: edge !== 'not-switched', note: edge }) };
};
