import { SETTLING_SECONDS } from '../../domain/record/apply.ts';
import type { DueQueue } from '../../ports/queues.ts';
import type { LeftOvers, RelayStore } from '../../ports/relay-store.ts';
import { DUE_EFFECT_FAILS } from './park-record.ts';

export interface Sweeping {
  readonly leftOvers: Pick<LeftOvers, 'due'>;
  readonly relay: Pick<RelayStore, 'parked'>;
  readonly due: DueQueue;
}

/**
 * Finds every record with an effect due for two minutes and only enqueues its id, to the end of the list; a record whose
 * effects keep failing is left out, so that poison never starves the rest. Answers how many.
 */
export async function sweepDeadlines({ leftOvers, relay, due }: Sweeping, now: string): Promise<number> {
  const until = new Date(Date.parse(now) - SETTLING_SECONDS * 1000).toISOString();
  const failing = (await relay.parked()).filter(({ why }) => why === DUE_EFFECT_FAILS);
  const parked = new Set(failing.map(({ ref }) => `${ref.kind}/${ref.id}`));
  let enqueued = 0;
  let page: string | undefined;
  do {
    const found = await leftOvers.due(until, page);
    const refs = found.items.filter(({ kind, id }) => !parked.has(`${kind}/${id}`));
    await due.enqueueDue(refs);
    enqueued += refs.length;
    page = found.next;
  } while (page !== undefined);
  return enqueued;
}
