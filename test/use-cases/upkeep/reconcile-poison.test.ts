import { describe, expect, test } from 'vitest';
import { DUE_EFFECT_FAILS } from '../../../functions/use-cases/upkeep/park-record.ts';
import { reconcile } from '../../../functions/use-cases/upkeep/reconcile.ts';
import type { Workshop } from '../../support/workshop.ts';
import { HALF_AN_HOUR_LATER, ref, round, setup } from './rounds.ts';

describe('[R4] poison', () => {
  test('one record that cannot be relayed is parked, and the rest goes on', async () => {
    const workshop = await setup();
    const poison = {
      ...workshop.store,
      versionsAfter: workshop.store.versionsAfter.bind(workshop.store),
      headPosition: () => Promise.reject(new RangeError()),
    };
    const done = await round({
      ...workshop,
      store: { ...poison, newest: workshop.store.newest.bind(workshop.store) } as Workshop['store'],
    });
    expect(done.relayed).toBe(0);
    expect(workshop.rung).toEqual([{ ...ref, why: 'RangeError' }]);
    expect(workshop.checkpoints.get('reconcile/log')).toBe('2026-03-02T01:25:00.000Z');
  });

  test('a parked record is relayed again each round and let go once it can be', async () => {
    const workshop = await setup();
    await workshop.relayStore.park(ref, 'RangeError', '2026-03-02T01:00:00Z');
    expect((await round(workshop)).parked).toBe(1);
    expect(await workshop.relayStore.parked()).toEqual([]);
    expect(workshop.relayStore.upTo.has('case/c1')).toBe(true);
  });

  test('one whose due effects fail waits for a person', async () => {
    const workshop = await setup();
    await workshop.relayStore.park(ref, DUE_EFFECT_FAILS, '2026-03-02T01:00:00Z');
    expect((await round(workshop)).parked).toBe(0);
    expect(await workshop.relayStore.parked()).toHaveLength(1);
    expect((await round(workshop, HALF_AN_HOUR_LATER, { redriveParked: true })).parked).toBe(1);
    expect(await workshop.relayStore.parked()).toEqual([]);
  });

  test('a workflow that cannot be mended holds up no other', async () => {
    const workshop = await setup();
    await workshop.workflowItems.claimGeneration(
      { kind: 'case', id: 'a-broken-one' },
      0,
      '2026-03-02T01:00:00Z',
    );
    await workshop.workflowItems.claimGeneration(ref, 0, '2026-03-02T01:00:00Z');
    const newest = (asked: typeof ref) =>
      asked.id === 'c1' ? workshop.story.store.newest(asked) : Promise.reject(new Error('unreadable'));
    const workflow = { ...workshop, store: { ...workshop.store, newest } as Workshop['store'] };
    const { store, relay, leftOvers, bus, parked } = workshop;
    const given = {
      store,
      relay,
      leftOvers,
      bus,
      parked,
      workflow,
      logShards: 1,
      machineRevision: 'one',
      left: () => workshop.left.push(ref),
    };
    expect((await reconcile(given, HALF_AN_HOUR_LATER)).workflows).toBe(1);
    expect(workshop.left).toHaveLength(1);
  });
});
