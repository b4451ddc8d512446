import { describe, expect, test } from 'vitest';
import { makeRelayHandler } from '../../../functions/events/relay/handler.ts';
import { redriveParked } from '../../../functions/use-cases/upkeep/redrive-parked.ts';
import { givenSeries, takeNumber } from '../../support/given/series.ts';
import { makeTestKernel } from '../../support/kernel.ts';
import { makeWorkshop } from '../../support/workshop.ts';
import { activateWhole, activatingIn } from './scene.ts';

const ref = { kind: 'series', id: givenSeries.id } as const;

/** What follows later, with fakes: the lost region wrote a version that arrives after the other has raised the epoch and gone on. */
async function lateArrival(goneOn: boolean) {
  const lost = makeTestKernel();
  await takeNumber(lost.kernel, 'certificate-1');
  const arrived = lost.store.copy();
  await takeNumber(lost.kernel, 'certificate-late');
  const late = lost.store.records.get(`series/${ref.id}`)?.[1] ?? expect.fail();
  const workshop = makeWorkshop();
  for (const [name, versions] of arrived.records) workshop.story.store.records.set(name, versions);
  const raised = makeTestKernel({}, workshop.story.store, lost.keys, { epoch: 2, closed: false });
  if (goneOn) await takeNumber(raised.kernel, 'certificate-2');
  await workshop.story.store.append(ref, late);
  const eras = { era: async () => ({ epoch: 2, closed: false }) };
  const image = { kind: { S: ref.kind }, id: { S: ref.id }, epoch: { N: '1' }, version: { N: '2' } };
  await makeRelayHandler({ ...workshop, eras })({
    Records: [{ eventName: 'INSERT', dynamodb: { NewImage: image } }],
  });
  return { workshop, raised };
}

describe('a version that arrives from a lost region after the epoch was raised', () => {
  test('[R16] overwrites nothing: it is listed as a fork, rings, and waits for a person', async () => {
    const { workshop, raised } = await lateArrival(true);
    expect(await workshop.relayStore.parked()).toMatchObject([{ ref, why: 'fork' }]);
    expect(workshop.rung).toEqual([{ ...ref, why: 'fork' }]);
    const newest = await workshop.story.store.newest(ref);
    expect(newest?.newest).toMatchObject({ epoch: 2, version: 2 });
    expect(await takeNumber(raised.kernel, 'certificate-3')).toBe(3);

    const reconciling = { ...activatingIn(workshop, {}) };
    expect(await redriveParked(reconciling, false)).toBe(0);
    expect(await workshop.relayStore.parked()).toHaveLength(1);
    expect(await redriveParked(reconciling, true)).toBe(1);
  });

  test('is no fork where nothing was written since: it is the newest, and the next goes on from it', async () => {
    const { workshop, raised } = await lateArrival(false);
    expect(await workshop.relayStore.parked()).toEqual([]);
    expect(await takeNumber(raised.kernel, 'certificate-3')).toBe(3);
    const versions = workshop.story.store.records.get(`series/${ref.id}`) ?? [];
    expect(versions.map(({ epoch, version }) => [epoch, version])).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
    ]);
  });
});

describe('activating a region whose replicas followed later', () => {
  test('[R15] refuses commands until nobody can write in the old epoch, raises it, and moves the number series on', async () => {
    const workshop = makeWorkshop({}, undefined, { region: 'osaka' });
    await takeNumber(workshop.kernel, 'certificate-1');
    const item = {};
    let now = Date.parse('2026-03-02T01:10:00.000Z');
    const clock = () => new Date(now).toISOString();
    const seriesIds = async () => [givenSeries.id];
    const waits: [number, unknown][] = [];
    const activating = activatingIn(workshop, item, { clock, seriesIds, consistency: 'eventual' });
    const answer = await activateWhole(activating, (seconds) => {
      waits.push([seconds, Object(item).standing.closed]);
      now += seconds * 1000;
    });
    expect(waits).toEqual([
      [75, true],
      [11, undefined],
    ]);
    expect(item).toMatchObject({ standing: { region: 'osaka', epoch: 2 } });
    expect(answer).toMatchObject({ progress: { figures: { epoch: 2, seriesMovedOn: 1 } } });
    expect(await takeNumber(workshop.kernel, 'certificate-2')).toBe(1002);
  });

  test('under strong consistency nothing jumps: neither epoch nor number', async () => {
    const workshop = makeWorkshop({}, undefined, { region: 'osaka' });
    await takeNumber(workshop.kernel, 'certificate-1');
    const item = {};
    await activateWhole(activatingIn(workshop, item, { seriesIds: async () => [givenSeries.id] }));
    expect(item).toMatchObject({ standing: { region: 'osaka', epoch: 1 } });
    expect(await takeNumber(workshop.kernel, 'certificate-2')).toBe(2);
  });
});
