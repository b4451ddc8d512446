/** Triggered every ten minutes, and by an operator. Everything it does again is harmless where it was not needed. */
import { LOG_SHARDS } from '../../adapters/dynamodb/keys.ts';
import { makeBus } from '../../container/bus.ts';
import { makeEngine } from '../../container/engine.ts';
import { makeKernel } from '../../container/kernel.ts';
import { log, startLog } from '../../log.ts';
import { reconcile } from '../../use-cases/upkeep/reconcile.ts';

const { store, keys, relay, leftOvers, workflowItems: items } = makeKernel();
const workflow = { store, keys, items, engine: makeEngine() };
const reconciling = { store, relay, leftOvers, bus: makeBus(), workflow, logShards: LOG_SHARDS };

export async function handler() {
  startLog({});
  const done = await reconcile(reconciling, new Date().toISOString());
  log('RECONCILE_COMPLETED', { ...done });
  return done;
}
