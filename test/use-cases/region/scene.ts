import type { Regime } from '../../../functions/ports/active-region.ts';
import type { Copies } from '../../../functions/ports/copies.ts';
import { activateRegion } from '../../../functions/use-cases/region/activate-region.ts';
import type { Activating } from '../../../functions/use-cases/region/activating.ts';
import { MemoryActiveRegion, type MemoryRegime } from '../../support/fakes/memory-active-region.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

export const ALL_HERE: Copies = {
  hasDocument: async () => true,
  hasUpload: async () => true,
  hasFiled: async () => true,
};

/** Two regions over one table; Tokyo is active, and nothing of it answers once it is lost. */
export function twoRegions(before = makeWorkshop({}, undefined, { region: 'tokyo' })) {
  const osaka = makeWorkshop({}, before.story, { region: 'osaka', beside: before });
  const item: MemoryRegime = {};
  return { tokyo: before, osaka, item };
}

export function activatingIn(
  workshop: Workshop,
  item: MemoryRegime,
  more: Partial<Activating> = {},
): Activating {
  const own = workshop.machine.region;
  return {
    ...workshop,
    workflow: workshop,
    logShards: 1,
    machineRevision: 'one',
    left: ({ id }) => void workshop.left.push({ kind: 'case', id }),
    regions: new MemoryActiveRegion(item, own, 'tokyo'),
    own,
    first: 'tokyo',
    consistency: 'strong',
    copies: ALL_HERE,
    seriesIds: async () => ['hall-1-sole-trader-licence'],
    clock: workshop.now,
    pace: async () => {},
    ...more,
  };
}

export const WISH = {
  by: 'operator',
  gone: true,
  edge: 'no-edge',
  until: '2027-01-01T00:00:00.000Z',
} as const;

/** Asks again as the operator's command does, until all is done; `wait` lets the asked seconds pass. */
export async function activateWhole(
  activating: Activating,
  wait: (seconds: number) => void = () => {},
  wish: Parameters<typeof activateRegion>[1] = WISH,
) {
  for (let asked = 0; asked < 50; asked += 1) {
    const answer = await activateRegion(activating, wish);
    if ('refused' in answer || answer.done) return answer;
    wait(answer.waitSeconds ?? 0);
  }
  throw new Error('The activation never ends');
}

export function regimeOf(region: string, healthyAt: string): Regime {
  return { region, epoch: 1, since: healthyAt, by: 'first-deployment', healthyAt };
}
