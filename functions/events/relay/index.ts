/**
 * Triggered by the table's stream, new versions only, the stream's one reader. A version may come twice, late, or not
 * at all: each record is relayed from its own mark to its newest version, so order and number do not matter. Doubles
 * are harmless because everything is put if absent and events carry ids. A record that fails is parked by key and
 * reason, and the rest goes on; reconcile finds what never came.
 */
import { makeBus } from '../../container/bus.ts';
import { makeQueue } from '../../container/queues.ts';
import { makeRecords } from '../../container/records.ts';
import { whenActive } from '../when-active.ts';
import { makeRelayHandler } from './handler.ts';

const { activeRegion, store, relay } = makeRecords();

const handle = makeRelayHandler({
  store,
  relay,
  bus: makeBus(),
  parked: makeQueue('parkedQueue'),
  eras: activeRegion,
});

export const handler = whenActive(activeRegion, handle, undefined);
