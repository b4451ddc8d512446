import type { LeftOvers } from '../../../functions/ports/relay-store.ts';
import { reconcile } from '../../../functions/use-cases/upkeep/reconcile.ts';
import { bringTo } from '../../support/given/case-story.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

export const HALF_AN_HOUR_LATER = '2026-03-02T01:30:00Z';
export const ref = { kind: 'case', id: 'c1' } as const;

export type Scene = Omit<Workshop, 'leftOvers'> & { readonly leftOvers: LeftOvers };

export function round(
  workshop: Scene,
  now = HALF_AN_HOUR_LATER,
  asked: Parameters<typeof reconcile>[2] = {},
) {
  const { store, relay, leftOvers, bus, parked, left } = workshop;
  const note = (what: { kind: 'case' | string; id: string }) => void left.push({ kind: 'case', id: what.id });
  return reconcile(
    {
      store,
      relay,
      leftOvers,
      bus,
      parked,
      workflow: workshop,
      logShards: 2,
      machineRevision: 'one',
      left: note,
    },
    now,
    asked,
  );
}

export async function setup() {
  return makeWorkshop({}, await bringTo('in-review'));
}
