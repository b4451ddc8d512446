import { describe, expect, test } from 'vitest';
import type { LeftOvers } from '../../../functions/ports/relay-store.ts';
import { relayRecord } from '../../../functions/use-cases/relay/relay-record.ts';
import { DUE_EFFECT_FAILS } from '../../../functions/use-cases/upkeep/park-record.ts';
import { type Reconciled, reconcile } from '../../../functions/use-cases/upkeep/reconcile.ts';
import type { FaultPlan } from '../../support/fakes/faults.ts';
import { bringTo, officer } from '../../support/given/case-story.ts';
import { journey, settle } from '../../support/journey.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

const NOTHING: Reconciled = { messages: 0, followUps: 0, workflows: 0, parked: 0, relayed: 0 };
const HALF_AN_HOUR_LATER = '2026-03-02T01:30:00Z';
const ref = { kind: 'case', id: 'c1' } as const;

type Scene = Omit<Workshop, 'leftOvers'> & { readonly leftOvers: LeftOvers };

function round(workshop: Scene, now = HALF_AN_HOUR_LATER, asked: Parameters<typeof reconcile>[2] = {}) {
  const { store, relay, leftOvers, bus, parked, left } = workshop;
  const note = (what: { kind: 'case' | string; id: string }) => void left.push({ kind: 'case', id: what.id });
  return reconcile(
    { store, relay, leftOvers, bus, parked, workflow: workshop, logShards: 2, left: note },
    now,
    asked,
  );
}

async function setup(plan: FaultPlan = {}) {
  return makeWorkshop(plan, await bringTo('in-review'));
}

describe('a round that finds nothing missing', () => {
  test('changes nothing', async () => {
    const workshop = await journey(makeWorkshop(), 'signed');
    await round(workshop);
    workshop.events.length = 0;
    expect(await round(workshop, '2026-03-02T01:40:00Z')).toEqual(NOTHING);
    expect(workshop.events).toEqual([]);
  });
});

describe('[R4] what the relay never saw', () => {
  test('is found in the log and published, to the newest version', async () => {
    const workshop = await setup();
    const { version } = await workshop.story.current();
    expect((await round(workshop)).relayed).toBe(version);
    expect(workshop.relayStore.upTo.get('case/c1')?.version).toBe(version);
  });

  test('is left to the stream while it may still be on its way', async () => {
    const workshop = await setup();
    expect((await round(workshop, '2026-03-02T01:04:00Z')).relayed).toBe(0);
    const byOperator = await round(workshop, '2026-03-02T01:04:00Z', { olderThanMinutes: 0 });
    expect(byOperator.relayed).toBeGreaterThan(0);
  });

  test('is read again a quarter of an hour behind the checkpoint, since an index is filled a moment late', async () => {
    const workshop = await setup();
    workshop.checkpoints.set('reconcile/log', '2026-03-02T01:14:00.000Z');
    expect((await round(workshop)).relayed).toBeGreaterThan(0);
  });

  test('is not read behind that', async () => {
    const workshop = await setup();
    workshop.checkpoints.set('reconcile/log', '2026-03-02T01:20:00.000Z');
    expect((await round(workshop)).relayed).toBe(0);
  });

  test('after days without a relay the checkpoint comes nearer slice by slice, even when a round dies', async () => {
    const workshop = await setup();
    workshop.checkpoints.set('reconcile/log', '2026-03-01T20:00:00.000Z');
    let slices = 0;
    const leftOvers = {
      ...bound(workshop),
      keepCheckpoint: async (job: string, at: string) => {
        if (job === 'reconcile/log') slices += 1;
        if (slices > 3) throw new Error('out of time');
        workshop.checkpoints.set(job, at);
      },
    };
    await expect(round({ ...workshop, leftOvers })).rejects.toThrow('out of time');
    expect(workshop.checkpoints.get('reconcile/log')).toBe('2026-03-01T20:30:00.000Z');
    expect((await round(workshop)).relayed).toBeGreaterThan(0);
  });
});

function bound({ leftOvers }: Workshop) {
  return {
    unsent: leftOvers.unsent.bind(leftOvers),
    openFollowUps: leftOvers.openFollowUps.bind(leftOvers),
    withoutToken: leftOvers.withoutToken.bind(leftOvers),
    due: leftOvers.due.bind(leftOvers),
    written: leftOvers.written.bind(leftOvers),
    checkpoint: leftOvers.checkpoint.bind(leftOvers),
  };
}

describe('[R4] poison', () => {
  test('one record that cannot be relayed is parked, and the rest goes on', async () => {
    const workshop = await setup();
    const poison = {
      ...workshop.store,
      versionsAfter: workshop.store.versionsAfter.bind(workshop.store),
      putHead: () => Promise.reject(new RangeError()),
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
      left: () => workshop.left.push(ref),
    };
    expect((await reconcile(given, HALF_AN_HOUR_LATER)).workflows).toBe(1);
    expect(workshop.left).toHaveLength(1);
  });
});

describe('what is past its retry', () => {
  test('[R7] unsent messages and open follow-ups are offered again, all pages of them', async () => {
    const workshop = await setup();
    await relayRecord(workshop, ref);
    workshop.events.length = 0;
    expect(await round(workshop)).toMatchObject({ messages: 4, followUps: 1 });
    await settle(workshop);
    const left = [...workshop.relayStore.messages.values()].filter(({ status }) => status === 'pending');
    expect(left).toEqual([]);
    expect(workshop.outbox.mails).toHaveLength(2);
  });

  test('what is young is left alone, unless the operator says that nothing is on its way', async () => {
    const workshop = await setup();
    await relayRecord(workshop, ref);
    expect((await round(workshop, '2026-03-02T01:01:00Z')).messages).toBe(0);
    expect((await round(workshop, '2026-03-02T01:01:00Z', { olderThanMinutes: 0 })).messages).toBe(4);
  });

  test('a list too long for one round is walked on in the next, and then begun anew', async () => {
    const workshop = await setup();
    for (let n = 0; n < 25; n += 1) {
      const item = { messageId: `m${n}`, message: 'receipt', channel: 'mail', to: 'applicant' } as const;
      const at = {
        position: { epoch: 1, version: 1 },
        status: 'pending',
        requestedAt: '2026-03-02T01:00:00Z',
      } as const;
      await workshop.relayStore.openMessage({ ...item, ...at, ref });
    }
    const offered = async () => {
      workshop.events.length = 0;
      await round(workshop);
      return workshop.events.map(({ detail }) => detail.messageId).filter((id) => String(id).startsWith('m'));
    };
    const rounds = [await offered(), await offered(), await offered()];
    expect(rounds.map((ids) => ids.length)).toEqual([20, 5, 20]);
    expect(new Set([...(rounds[0] ?? []), ...(rounds[1] ?? [])]).size).toBe(25);
  });
});

describe('[R10] executions', () => {
  test('one that died with its token stored, and of which no event told, is found and begun again', async () => {
    const workshop = await journey(makeWorkshop(), 'assigned');
    const [execution] = workshop.machine.running();
    if (execution) workshop.machine.abort(execution);
    workshop.machine.broken.length = 0;
    expect((await round(workshop)).workflows).toBe(1);
    expect([...workshop.machine.executions.keys()]).toEqual(['c1-1', 'c1-2']);
    await settle(workshop);
    expect(workshop.machine.running()[0]?.state).toBe('WaitForReview');
  });

  test('[R4] the relay switched off in mid-journey: the case goes on from where it stood', async () => {
    const workshop = await journey(makeWorkshop(), 'submitted');
    const { story } = workshop;
    await story.done(officer, { type: 'judge-document', documentId: 'identity', verdict: 'ok' });
    await story.done(officer, { type: 'judge-document', documentId: 'premises-lease', verdict: 'ok' });
    await story.done(officer, { type: 'accept' });
    expect(workshop.machine.running()[0]?.state).toBe('WaitForIntake');
    await round(workshop);
    await settle(workshop);
    expect((await story.current()).state).toMatchObject({
      status: 'in-review',
      reviewer: { personId: 'person-reviewer' },
    });
  });
});
