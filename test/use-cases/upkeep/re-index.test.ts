import { expect, test } from 'vitest';
import {
  INDEX_VERSIONS_JOB,
  readIndexVersions,
  reIndex,
  turnIndexKey,
} from '../../../functions/use-cases/upkeep/re-index.ts';
import { system } from '../../support/given/case-story.ts';
import { journey } from '../../support/journey.ts';
import { makeWorkshop } from '../../support/workshop.ts';

/** A case whose values were made under the first version of the key. */
async function setup() {
  const workshop = await journey(makeWorkshop(), 'assigned');
  const { leftOvers, story } = workshop;
  await story.done(system, { type: 're-index', finders: [{ field: 'national-id', value: 'k1:old' }] });
  const versions = async () => readIndexVersions(await leftOvers.checkpoint(INDEX_VERSIONS_JOB));
  let faults = 0;
  const waited: number[] = [];
  const reIndexing = {
    ...workshop,
    logShards: 1,
    blindIndex: {
      macs: async (fields: Readonly<Record<string, string>>) => {
        if (faults > 0) {
          faults -= 1;
          throw new Error('the process died');
        }
        const { current } = await versions();
        return Object.fromEntries(Object.keys(fields).map((field) => [field, `k${current}:${field}`]));
      },
      findable: async () => [],
      claimMac: async () => '',
    },
    now: () => '2026-03-02T04:00:00.000Z',
    wait: async (seconds: number) => {
      waited.push(seconds);
    },
    said: () => {},
  };
  return {
    waited,
    workshop,
    versions,
    reIndexing,
    dieOnce: () => {
      faults = 1;
    },
    turn: () => turnIndexKey(workshop),
    run: () => reIndex(reIndexing, '2026-03-02T00'),
    async finders() {
      const { state } = await story.current();
      return 'finders' in state ? state.finders.map(({ value }) => value.split(':')[0]) : [];
    },
  };
}

test('[R36] a turned key re-indexes every case, goes on where it died, and only then finds no more under the old', async () => {
  const scene = await setup();
  expect(await scene.run()).toBe(0);
  expect(await scene.turn()).toEqual({ current: 2, previous: 1 });
  await expect(scene.turn()).rejects.toThrow('has not ended');
  scene.dieOnce();
  await expect(scene.run()).rejects.toThrow('the process died');
  expect(await scene.versions()).toEqual({ current: 2, previous: 1 });
  await scene.run();
  // Once, before anything: what was made from an older answer must be found by the pass.
  expect(scene.waited).toEqual([61]);
  expect(new Set(await scene.finders())).toEqual(new Set(['k2']));
  expect(await scene.versions()).toEqual({ current: 2 });
  expect(await scene.run()).toBe(0);
});
