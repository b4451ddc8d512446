/**
 * Triggered every ten minutes, and by an operator (`npm run reconcile`), who may say that nothing is still on its way
 * (`olderThanMinutes: 0`) or that parked records were looked after. Two rounds at once, or one that dies half-way, are
 * harmless: everything it does again is put if absent, claimed, or compared with the record.
 */
import * as z from 'zod/mini';
import { LOG_SHARDS } from '../../adapters/dynamodb/keys.ts';
import { configured } from '../../config.ts';
import { makeBus } from '../../container/bus.ts';
import { makeEngine } from '../../container/engine.ts';
import { makeKernel } from '../../container/kernel.ts';
import { makeQueue } from '../../container/queues.ts';
import { log, logFailure, startLog } from '../../log.ts';
import { type Reconciled, reconcile } from '../../use-cases/upkeep/reconcile.ts';
import { redriveCase, replaySpan } from '../../use-cases/upkeep/replay-span.ts';
import { whenActive } from '../when-active.ts';

const { activeRegion, store, keys, relay, leftOvers, workflowItems: items } = makeKernel();
const reconciling = {
  store,
  relay,
  leftOvers,
  bus: makeBus(),
  parked: makeQueue('parkedQueue'),
  workflow: { store, keys, items, engine: makeEngine() },
  logShards: LOG_SHARDS,
  machineRevision: configured('machineRevision'),
  left: ({ kind, id }: { kind: string; id: string }, error: unknown) =>
    logFailure('RECONCILE_LEFT', error, { kind, id }),
};
const asked = z.object({
  olderThanMinutes: z.exactOptional(z.int().check(z.gte(0))),
  redriveParked: z.exactOptional(z.boolean()),
});
/** What an operator asks for instead of a round: a span of the log once more, or one case. */
const again = z.union([
  z.strictObject({ replay: z.strictObject({ from: z.iso.datetime(), until: z.iso.datetime() }) }),
  z.strictObject({ caseId: z.string() }),
]);

export const handler = whenActive<unknown, unknown>(activeRegion, drive, undefined);

async function drive(event: unknown): Promise<unknown> {
  const special = again.safeParse(event);
  if (!special.success) return mend(event);
  startLog({});
  const asked = special.data;
  const done =
    'replay' in asked
      ? { replayed: await replaySpan(reconciling, asked.replay) }
      : await redriveCase(reconciling, asked.caseId, new Date().toISOString());
  log('RECONCILE_COMPLETED', { ...done });
  return done;
}

async function mend(event: unknown): Promise<Reconciled> {
  startLog({});
  const round = asked.safeParse(event);
  const begun = new Date().toISOString();
  const done = await reconcile(reconciling, begun, round.success ? round.data : {});
  // Whatever is older than this round has been looked after here: what activating another region starts from.
  await activeRegion.beat(begun);
  log('RECONCILE_COMPLETED', { ...done });
  return done;
}
