import { hash } from 'node:crypto';
import type { RecordKernel } from '../../functions/use-cases/record/kernel.ts';
import { type FaultPlan, makeFaultLine } from './fakes/faults.ts';
import { makeMemoryRecordKeys } from './fakes/memory-record-keys.ts';
import { MemoryRecordStore } from './fakes/memory-record-store.ts';

/** A record kernel over memory, with a fault line between the use-case and the table and key service. */
export function makeTestKernel(
  plan: FaultPlan = {},
  store = new MemoryRecordStore(),
  keys = makeMemoryRecordKeys(),
  era = { epoch: 1, closed: false },
) {
  const line = makeFaultLine(plan);
  const headsLeft: string[] = [];
  const kernel: RecordKernel = {
    store: line.watch('store', store),
    keys: line.watch('keys', keys),
    claims: line.watch('claims', store),
    sha256: (bytes) => hash('sha256', bytes),
    era: async () => era,
    pauseBeforeRetry: async () => {},
    headLeftToRelay: ({ kind, id }) => headsLeft.push(`${kind}/${id}`),
  };
  return { kernel, store, keys, line, headsLeft };
}
