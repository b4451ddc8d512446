import { describe, expect, test } from 'vitest';
import type { RecordRef } from '../../../functions/domain/record/version.ts';
import { DUE_EFFECT_FAILS } from '../../../functions/use-cases/upkeep/park-record.ts';
import { performDue } from '../../../functions/use-cases/upkeep/perform-due.ts';
import { sweepDeadlines } from '../../../functions/use-cases/upkeep/sweep-deadlines.ts';
import { holdsHowever } from '../../support/crashes.ts';
import type { FaultPlan } from '../../support/fakes/faults.ts';
import { bringTo } from '../../support/given/case-story.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

/** A case whose customer never answered the notice: it lapses at `lapsesAt`. */
async function setup(plan: FaultPlan = {}) {
  const story = await bringTo('awaiting-supplement');
  const { nextDueAt: lapsesAt = '' } = await story.current();
  const workshop = makeWorkshop(plan, story);
  const enqueued: RecordRef[] = [];
  const due = { enqueueDue: async (refs: readonly RecordRef[]) => void enqueued.push(...refs) };
  return { ...workshop, lapsesAt, enqueued, due };
}

function later(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

async function givenDueRecords({ story }: Workshop, count: number, nextDueAt: string) {
  for (let n = 0; n < count; n += 1) {
    await story.store.putHead({
      kind: 'case',
      id: `d${n}`,
      epoch: 1,
      version: 1,
      projection: 1,
      head: { card: {}, nextDueAt },
    });
  }
}

describe('the sweep', () => {
  test('[R14] names a record two minutes after it is due, and not before', async () => {
    const workshop = await setup();
    expect(await sweepDeadlines(workshop, later(workshop.lapsesAt, 119))).toBe(0);
    expect(await sweepDeadlines(workshop, later(workshop.lapsesAt, 121))).toBe(1);
    expect(workshop.enqueued).toEqual([{ kind: 'case', id: 'c1' }]);
  });

  test('goes to the end of the list, page by page', async () => {
    const workshop = await setup();
    await givenDueRecords(workshop, 9, workshop.lapsesAt);
    expect(await sweepDeadlines(workshop, later(workshop.lapsesAt, 121))).toBe(10);
  });

  test('[R4] leaves out a record whose effects keep failing, and no other parked one', async () => {
    const workshop = await setup();
    await givenDueRecords(workshop, 2, workshop.lapsesAt);
    await workshop.relayStore.park({ kind: 'case', id: 'd0' }, DUE_EFFECT_FAILS, '2026-03-02T01:00:00Z');
    await workshop.relayStore.park({ kind: 'case', id: 'd1' }, 'RangeError', '2026-03-02T01:00:00Z');
    await sweepDeadlines(workshop, later(workshop.lapsesAt, 121));
    expect(workshop.enqueued.map(({ id }) => id)).toEqual(['c1', 'd1']);
  });
});

const perform = (workshop: Workshop, now: string) => performDue(workshop, { kind: 'case', id: 'c1' }, now);

describe('performing what is due', () => {
  test('[R14] three days late, the effect is dated as the law says, not as the sweep ran', async () => {
    const workshop = await setup();
    await perform(workshop, later(workshop.lapsesAt, 3 * 86_400));
    const { state, effectiveAt, at } = await workshop.story.current();
    expect(state).toMatchObject({ status: 'result-ready', outcome: 'lapsed', endedAt: workshop.lapsesAt });
    expect(effectiveAt).toBe(workshop.lapsesAt);
    expect(at > effectiveAt).toBe(true);
  });

  test('[R3] a second delivery finds it done', async () => {
    const workshop = await setup();
    await perform(workshop, later(workshop.lapsesAt, 200));
    const { version } = await workshop.story.current();
    await perform(workshop, later(workshop.lapsesAt, 260));
    expect((await workshop.story.current()).version).toBe(version);
  });

  test('named too early, nothing happens', async () => {
    const workshop = await setup();
    const { version } = await workshop.story.current();
    await perform(workshop, later(workshop.lapsesAt, 60));
    expect((await workshop.story.current()).version).toBe(version);
  });
});

holdsHowever('perform-due', {
  given: setup,
  run: (workshop) => perform(workshop, later((workshop as Awaited<ReturnType<typeof setup>>).lapsesAt, 200)),
  redrive: (workshop) =>
    perform(workshop, later((workshop as Awaited<ReturnType<typeof setup>>).lapsesAt, 260)),
  outcome: async ({ story }) => {
    const { state, effectiveAt, version } = await story.current();
    return { status: state.status, effectiveAt, version };
  },
});
