import { fileDrill } from '../drills/file-drill.ts';
import type { Activating, ActivationWish, StepWork } from './activating.ts';
import { findFiles } from './find-files.ts';
import { moveExecutions, reconcileHere } from './move-executions.ts';
import { type ActivationStep, keepProgress, type Progress } from './progress.ts';
import { lookAgain, publishAgain } from './publish-again.ts';
import { beginActivation, type NotActivated, noteEdge, raiseEpoch } from './switch-region.ts';

export type ActivationAnswer =
  | { readonly refused: NotActivated }
  | {
      readonly done: boolean;
      readonly progress: Progress;
      /** Nothing to be done for so long. */
      readonly waitSeconds?: number;
      /** What the operator's command does itself before it asks again. */
      readonly needs?: 'edge';
    };

const STEPS: Readonly<Record<Exclude<ActivationStep, 'switch-region'>, StepWork>> = {
  'raise-epoch': raiseEpoch,
  'switch-edge': noteEdge,
  'publish-again': publishAgain,
  'move-executions': moveExecutions,
  reconcile: reconcileHere,
  'look-again': lookAgain,
  'find-files': findFiles,
};

/**
 * Makes this region the active one and brings everything over: the item, the edge, what the other region's queues may
 * have held, an execution for every open case, files that had not arrived; filed as a drill at the end. It works until
 * the wish's instant and goes on where it stopped when asked again, whoever asks. Return is the same, asked of the other
 * region. It reads and writes the table and this region's services: nothing of the lost region, and no deployment.
 */
export async function activateRegion(
  activating: Activating,
  wish: ActivationWish,
): Promise<ActivationAnswer> {
  const begun = await beginActivation(activating, wish);
  if (typeof begun === 'string') return { refused: begun };
  let progress = begun;
  while (progress.now !== undefined && progress.now !== 'switch-region') {
    if (activating.clock() > wish.until) return { done: false, progress };
    const piece = await STEPS[progress.now](activating, progress, wish);
    if (!('progress' in piece)) return { done: false, progress, ...piece };
    progress = piece.progress;
    await keepProgress(activating.leftOvers, progress);
  }
  return { done: true, progress: await file(activating, progress) };
}

async function file(activating: Activating, progress: Progress): Promise<Progress> {
  const { startedAt, stepStartedAt: endedAt, steps, figures, missing, from } = progress;
  const filed = missing.filter((one) => one.startsWith('filed '));
  const { drillId } = await fileDrill(activating.kernel, {
    subject: 'region',
    startedAt,
    endedAt,
    steps,
    figures: { ...figures, seconds: Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000) },
    findings: [
      ...filed.map((one) => ({ what: `Not arrived from ${from}: ${one}`, severity: 'high' as const })),
      ...(missing.length > filed.length
        ? [
            {
              what: `${missing.length - filed.length} uploads had not arrived and were asked for again`,
              severity: 'moderate' as const,
            },
          ]
        : []),
    ].slice(0, 50),
    verdict: steps.every(({ ok }) => ok) ? 'passed' : 'failed',
    by: { kind: 'system', id: 'activate-region' },
  });
  const done = { ...progress, drillId };
  await keepProgress(activating.leftOvers, done);
  return done;
}
