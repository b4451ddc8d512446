/**
 * Triggered by an operator (`npm run activate-region`), who asks again until all is done. It works a minute at a time and
 * goes on where it stopped, whoever asked before and wherever that run ended: every piece is put if absent, claimed, or
 * compared with the record, so a piece that is done twice is harmless.
 */
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { LOG_SHARDS } from '../../adapters/dynamodb/keys.ts';
import { configured } from '../../config.ts';
import { makeBus } from '../../container/bus.ts';
import { makeEngine } from '../../container/engine.ts';
import { makeCopies } from '../../container/files.ts';
import { makeKernel } from '../../container/kernel.ts';
import { makeQueue } from '../../container/queues.ts';
import { log, logFailure, startLog } from '../../log.ts';
import { numberSeriesOf } from '../../use-cases/certificates/number-series-of.ts';
import { activateRegion } from '../../use-cases/region/activate-region.ts';

const { kernel, store, keys, relay, leftOvers, lists, references, activeRegion, workflowItems } =
  makeKernel();
/** A hundred things a second: far less than the table and the queues bear beside the people's own work. */
const PACE_MS = 10;
const WORK_SECONDS = 60;

const activating = {
  ...{ kernel, store, relay, leftOvers, references },
  bus: makeBus(),
  parked: makeQueue('parkedQueue'),
  workflow: { store, keys, items: workflowItems, engine: makeEngine() },
  logShards: LOG_SHARDS,
  machineRevision: configured('machineRevision'),
  left: ({ kind, id }: { kind: string; id: string }, error: unknown) =>
    logFailure('ACTIVATE_REGION_LEFT', error, { kind, id }),
  regions: activeRegion,
  own: configured('region'),
  first: configured('homeRegion'),
  consistency: configured('consistency') === 'eventual' ? 'eventual' : 'strong',
  copies: makeCopies(),
  seriesIds: () => numberSeriesOf({ lists, references }, configured('halls').split(',')),
  clock: () => new Date().toISOString(),
  pace: async () => void (await pause(PACE_MS)),
} as const;

const asked = z.object({
  by: z.string().check(z.minLength(1), z.maxLength(100)),
  gone: z.boolean(),
  edge: z.exactOptional(z.enum(['switched', 'no-edge', 'not-switched'])),
});

export async function handler(event: unknown) {
  startLog({});
  const wish = asked.parse(event);
  const until = new Date(Date.now() + WORK_SECONDS * 1000).toISOString();
  const answer = await activateRegion(activating, { ...wish, until });
  if ('refused' in answer) log('ACTIVATE_REGION_REFUSED', { kind: answer.refused });
  else log('ACTIVATE_REGION_COMPLETED', { done: answer.done, step: answer.progress.now });
  return answer;
}
