import { expect, test } from 'vitest';
import type { LeftOvers } from '../../../functions/ports/relay-store.ts';
import { rollOver } from '../../../functions/use-cases/upkeep/roll-over.ts';
import { bringTo } from '../../support/given/case-story.ts';
import { makeWorkshop } from '../../support/workshop.ts';

const DAY = '2026-03-02';
const SEEN_AT = `${DAY}T02:00:00.000Z`;
const CASES = 1000;
const PAGE = 50;

/** A thousand open cases that all wait; only the walk through them is looked at. */
async function setup() {
  const story = await bringTo('in-review');
  const workshop = makeWorkshop({}, story);
  const kept = await story.store.newest({ kind: 'case', id: 'c1' });
  const ids = Array.from({ length: CASES }, (_, n) => `c${n}`);
  const begun = new Map(ids.map((id) => [id, { generation: 1, startedAt: `${DAY}T01:00:00Z` }]));
  const checkpoints = new Map<string, string>();
  const stopped: string[] = [];
  const left: string[] = [];
  const rolling = {
    machineRevision: 'two',
    leftOvers: {
      ...({} as LeftOvers),
      withToken: async (page = '0') => {
        const from = Number(page);
        const items = ids.slice(from, from + PAGE).map((id) => ({ kind: 'case' as const, id }));
        return from + PAGE < CASES ? { items, next: String(from + PAGE) } : { items };
      },
      checkpoint: async (job: string) => checkpoints.get(job),
      keepCheckpoint: async (job: string, at: string) => void checkpoints.set(job, at),
    },
    workflow: {
      store: { newest: async () => kept },
      keys: workshop.keys,
      items: {
        keepToken: async () => true,
        removeToken: async () => {},
        endWorkflow: async () => {},
        workflow: async ({ id }: { id: string }) => begun.get(id),
        claimGeneration: async ({ id }: { id: string }, before: number, at: string) => {
          if (begun.get(id)?.generation !== before) return false;
          begun.set(id, { generation: before + 1, startedAt: at });
          return true;
        },
      },
      engine: {
        region: 'here',
        start: async (id: string) => {
          if (id === 'c7') throw new Error('not today');
        },
        release: async () => 'released' as const,
        statusOf: async () => 'running' as const,
        brokenSince: async () => [],
        stop: async (id: string) => void stopped.push(id),
      },
    },
    left: ({ id }: { id: string }) => void left.push(id),
  };
  return { rolling, begun, stopped, left };
}

const minutesLater = (minutes: number) => new Date(Date.parse(SEEN_AT) + minutes * 60_000).toISOString();

test('[R42] open executions roll over at a bounded rate, once each, and a walk that finds none is the last', async () => {
  const { rolling, begun, stopped, left } = await setup();
  expect(await rollOver(rolling, SEEN_AT)).toBe(0);
  // Functions are deployed before the machine: what begins meanwhile may still be the old one.
  expect(await rollOver(rolling, minutesLater(29))).toBe(0);
  const rounds: number[] = [];
  for (let round = 1; round <= 12; round += 1)
    rounds.push(await rollOver(rolling, minutesLater(30 + round * 10)));
  expect(rounds).toEqual([200, 200, 200, 200, 200, 0, 0, 0, 0, 0, 0, 0]);
  expect(new Set([...begun.values()].map(({ generation }) => generation))).toEqual(new Set([2]));
  // The one that could not be started stands without a token: reconcile starts it under its name.
  expect(left).toEqual(['c7']);
  expect(stopped).toHaveLength(CASES - 1);
});

test('[R42] another deployment in the middle of a walk begins it anew', async () => {
  const { rolling, begun } = await setup();
  await rollOver(rolling, SEEN_AT);
  await rollOver(rolling, minutesLater(40));
  const next = { ...rolling, machineRevision: 'three' };
  for (let round = 5; round <= 20; round += 1) await rollOver(next, minutesLater(round * 10));
  const generations = [...begun.values()].map(({ generation }) => generation);
  expect(generations.filter((one) => one === 3)).toHaveLength(200);
  expect(generations.filter((one) => one === 2)).toHaveLength(CASES - 200);
});
