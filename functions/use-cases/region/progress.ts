import * as z from 'zod/mini';
import type { LeftOvers } from '../../ports/relay-store.ts';

/** In this order; a run that ends anywhere goes on with the step it was in. */
export const ACTIVATION_STEPS = [
  'switch-region',
  'raise-epoch',
  'switch-edge',
  'publish-again',
  'move-executions',
  'reconcile',
  'look-again',
  'find-files',
] as const;
export type ActivationStep = (typeof ACTIVATION_STEPS)[number];

const step = z.object({
  name: z.enum(ACTIVATION_STEPS),
  startedAt: z.string(),
  endedAt: z.string(),
  ok: z.boolean(),
  note: z.exactOptional(z.string()),
});

const progress = z.object({
  startedAt: z.string(),
  switchedAt: z.string(),
  by: z.string(),
  from: z.string(),
  /** When the region before was last known to be well. */
  healthyAt: z.string(),
  /** Absent when all are done. */
  now: z.exactOptional(z.enum(ACTIVATION_STEPS)),
  stepStartedAt: z.string(),
  /** Where the step stands: an instant of the log, or a page of a list. */
  cursor: z.exactOptional(z.string()),
  steps: z.array(step),
  figures: z.record(z.string(), z.number()),
  /** `document <case> <file>` or `filed <key>`: named by a record, and not here. */
  missing: z.array(z.string()),
  drillId: z.exactOptional(z.string()),
});
export type Progress = z.infer<typeof progress>;

/** Kept after every piece of work, under the switch it belongs to, so that whoever goes on repeats a piece at most. */
export async function readProgress(
  leftOvers: Pick<LeftOvers, 'checkpoint'>,
  switchedAt: string,
): Promise<Progress | undefined> {
  const kept = await leftOvers.checkpoint(jobOf(switchedAt));
  return kept === undefined ? undefined : progress.parse(JSON.parse(kept));
}

export async function keepProgress(
  leftOvers: Pick<LeftOvers, 'keepCheckpoint'>,
  kept: Progress,
): Promise<void> {
  await leftOvers.keepCheckpoint(jobOf(kept.switchedAt), JSON.stringify(kept));
}

/** The step is done: the next begins where this one ended. */
export function afterStep(
  before: Progress,
  at: string,
  { ok, note }: { ok: boolean; note?: string },
): Progress {
  const { now, cursor: _left, stepStartedAt, ...rest } = before;
  if (now === undefined) return before;
  const done = { name: now, startedAt: stepStartedAt, endedAt: at, ok, ...(note !== undefined && { note }) };
  const next = ACTIVATION_STEPS[ACTIVATION_STEPS.indexOf(now) + 1];
  return {
    ...rest,
    stepStartedAt: at,
    steps: [...before.steps, done],
    ...(next !== undefined && { now: next }),
  };
}

export function counted(before: Progress, more: Readonly<Record<string, number>>): Progress {
  const figures = { ...before.figures };
  for (const [name, count] of Object.entries(more)) figures[name] = (figures[name] ?? 0) + count;
  return { ...before, figures };
}

function jobOf(switchedAt: string): string {
  return `activate-region/${switchedAt}`;
}
