import { describe, expect, test } from 'vitest';
import { headOf } from '../../../functions/domain/kinds.ts';
import type { BusEvent } from '../../../functions/ports/event-bus.ts';
import { relayRecord } from '../../../functions/use-cases/relay/relay-record.ts';
import { holdsHowever } from '../../support/crashes.ts';
import type { FaultPlan } from '../../support/fakes/faults.ts';
import { bringTo, officer } from '../../support/given/case-story.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

const ref = { kind: 'case', id: 'c1' } as const;

async function setup(plan: FaultPlan = {}) {
  return makeWorkshop(plan, await bringTo('in-review'));
}

function idsOf(events: readonly BusEvent[]): string[] {
  return events.map(({ detail }) => detail.eventId);
}

async function leftBehind({ story, relayStore, events }: Workshop) {
  const { messages, followUps, upTo, finders } = relayStore;
  const heads = [...story.store.heads.values()];
  const requested = [...messages.values()].map(({ messageId, status }) => ({ messageId, status }));
  return {
    heads,
    requested,
    followUps: [...followUps.keys()],
    upTo: upTo.get('case/c1'),
    finders,
    ids: new Set(idsOf(events)),
  };
}

describe('relaying a record', () => {
  test('handles every version after the last relayed one, not the newest alone', async () => {
    const workshop = await setup();
    const { version } = await workshop.story.current();
    expect(await relayRecord(workshop, ref)).toBe(version);
    const written = workshop.events.filter(({ type }) => type === 'version-written');
    expect(written.map(({ detail }) => detail.version)).toEqual(
      Array.from({ length: version }, (_, n) => n + 1),
    );
  });

  test('leaves a head made from the newest version, the items its versions asked for, and only then upTo', async () => {
    const workshop = await setup();
    await relayRecord(workshop, ref);
    const newest = workshop.story.store.records.get('case/c1')?.at(-1);
    expect(newest && workshop.story.store.heads.get('case/c1')?.head).toEqual(
      newest && headOf('case', newest),
    );
    const { requested, followUps } = await leftBehind(workshop);
    expect(requested.map(({ messageId }) => messageId)).toEqual([
      'case-c1-6-m0',
      'case-c1-6-m1',
      'case-c1-11-m0',
      'case-c1-11-m1',
    ]);
    expect(followUps).toEqual(['case-c1-10-f0']);
    expect(workshop.line.calls.at(-2)?.method).toBe('markRelayed');
  });

  test('[R3] a record delivered twice, or after a newer one, is relayed once', async () => {
    const workshop = await setup();
    await relayRecord(workshop, ref);
    const once = await leftBehind(workshop);
    expect(await relayRecord(workshop, ref)).toBe(0);
    expect(await leftBehind(workshop)).toEqual(once);
    expect(workshop.events).toHaveLength(once.ids.size);
  });

  test('[P1] puts neither a head nor a finder that stands already', async () => {
    const workshop = await setup();
    const counted = (method: string) => workshop.line.calls.filter((call) => call.method === method).length;
    await relayRecord(workshop, ref);
    expect(counted('putHead')).toBe(0);
    expect(workshop.relayStore.finders.get('case/c1')?.length).toBeGreaterThan(0);
    const known = workshop.relayStore.finders.get('case/c1');
    await workshop.story.done(officer, { type: 'add-note', text: '電話詢問' });
    await relayRecord(workshop, ref);
    expect(workshop.relayStore.finders.get('case/c1')).toEqual(known);
    workshop.story.store.heads.clear();
    workshop.relayStore.upTo.clear();
    await relayRecord(workshop, ref);
    expect(counted('putHead')).toBe(1);
  });

  test('a message that was already sent is not opened again', async () => {
    const workshop = await setup();
    await relayRecord(workshop, ref);
    await workshop.relayStore.claim('case-c1-6-m0', '2026-03-02T01:00:00Z', '2026-03-02T01:02:00Z');
    await workshop.relayStore.markSent('case-c1-6-m0', 'p1');
    workshop.relayStore.upTo.clear();
    await relayRecord(workshop, ref);
    expect(workshop.relayStore.messages.get('case-c1-6-m0')?.status).toBe('sent');
  });

  test('events carry ids, kinds and positions, and nothing of a person', async () => {
    const workshop = await setup();
    await relayRecord(workshop, ref);
    const text = JSON.stringify(workshop.events);
    for (const secret of ['王', 'wang@', '139000', '110101']) expect(text).not.toContain(secret);
  });
});

describe('[R5] when the bus takes some and refuses others', () => {
  async function withBus(refusals: number) {
    const workshop = await setup();
    const given: (readonly BusEvent[])[] = [];
    const bus = {
      async publish(events: readonly BusEvent[]) {
        given.push(events);
        return given.length <= refusals ? events.slice(-1) : [];
      },
    };
    return { ...workshop, bus, given };
  }

  test('only what was refused is tried again', async () => {
    const workshop = await withBus(1);
    // Version 6 is the submission: the bus has the first five, so that its first batch holds more than one event.
    await workshop.relayStore.markRelayed(ref, { epoch: 1, version: 5, foundBy: [] });
    await relayRecord(workshop, ref);
    const [first = [], second] = workshop.given;
    expect(first.length).toBeGreaterThan(1);
    expect(second).toEqual(first.slice(-1));
    expect(workshop.relayStore.upTo.get('case/c1')?.version).toBeGreaterThan(5);
  });

  test('what is refused for good leaves the record behind, to be found again', async () => {
    const workshop = await withBus(1_000);
    await expect(relayRecord(workshop, ref)).rejects.toThrow('The bus refused');
    expect(workshop.relayStore.upTo.get('case/c1')).toBeUndefined();
  });
});

holdsHowever('the relay', {
  given: setup,
  run: (workshop) => relayRecord(workshop, ref),
  redrive: (workshop) => relayRecord(workshop, ref),
  outcome: leftBehind,
});
