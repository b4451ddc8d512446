import { FORK } from '../region/late-arrival.ts';
import { relayRecord } from '../relay/relay-record.ts';
import { DUE_EFFECT_FAILS } from './park-record.ts';
import type { Reconciling } from './reconcile.ts';

/**
 * Relays parked records again, each round: whoever can be relayed is off the list, the others stay and ring no more than
 * they did. A record whose due effects fail, or that has two histories, is let go only when a person says so; the sweep
 * finds what is due within a minute.
 */
export async function redriveParked(reconciling: Reconciling, byPerson: boolean): Promise<number> {
  const { relay, left } = reconciling;
  let letGo = 0;
  for (const { ref, why } of await relay.parked()) {
    try {
      await relayRecord(reconciling, ref);
      if ((why === DUE_EFFECT_FAILS || why === FORK) && !byPerson) continue;
      await relay.unpark(ref);
      letGo += 1;
    } catch (error) {
      left(ref, error);
    }
  }
  return letGo;
}
