import { describe, expect, test } from 'vitest';
import { caseDefinition } from '../../../functions/domain/case/case.ts';
import { rosterDefinition } from '../../../functions/domain/roster/roster.ts';
import type { FollowUpItem } from '../../../functions/ports/relay-store.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { giveFollowUp } from '../../../functions/use-cases/upkeep/give-follow-up.ts';
import { holdsHowever } from '../../support/crashes.ts';
import type { FaultPlan } from '../../support/fakes/faults.ts';
import { customer, reviewer } from '../../support/given/case-story.ts';
import { journey, settle } from '../../support/journey.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

const NOW = '2026-03-02T01:00:00Z';
const roster = { kind: 'roster', id: 'hall-1-reviewer' } as const;

async function setup(plan: FaultPlan = {}) {
  const calm = await journey(makeWorkshop(), 'assigned');
  const workshop = makeWorkshop(plan, calm.story);
  workshop.workflowItems.items.clear();
  return workshop;
}

/** What the roster leaves for the case it gave to somebody. */
function assignment(personId: string): FollowUpItem {
  return {
    followUpId: 'roster-hall-1-reviewer-9-f0',
    from: roster,
    position: { epoch: 1, version: 9 },
    to: { kind: 'case', id: 'c1' },
    command: { type: 'assign', personId, why: ['load:0'] },
    onRefusal: 'release',
    status: 'open',
    openedAt: NOW,
  };
}

async function give(workshop: Workshop, item: FollowUpItem) {
  await workshop.relayStore.openFollowUp(item);
  return giveFollowUp({ ...workshop, items: workshop.followUps }, item.followUpId, NOW);
}

async function openOf({ kernel }: Workshop, personId: string) {
  const loaded = await loadRecord(kernel, rosterDefinition, roster.id);
  return loaded?.version.state.members.find((one) => one.personId === personId)?.open;
}

describe('a follow-up', () => {
  test('is done when the other record has done it, by whomever it was told', async () => {
    const workshop = await setup();
    expect(await give(workshop, assignment(reviewer.id))).toBe('done');
    expect(await openOf(workshop, reviewer.id)).toEqual(['c1']);
  });

  test('that is refused comes back to the first record', async () => {
    const workshop = await setup();
    await workshop.story.done(customer, { type: 'withdraw' });
    expect(await openOf(workshop, reviewer.id)).toEqual(['c1']);
    expect(await give(workshop, assignment(reviewer.id))).toBe('refused');
    expect(await openOf(workshop, reviewer.id)).toEqual([]);
    const loaded = await loadRecord(workshop.kernel, rosterDefinition, roster.id);
    expect(loaded?.version.event).toMatchObject({ type: 'released', caseId: 'c1', personId: reviewer.id });
  });

  test('[R3] delivered twice changes nothing the second time', async () => {
    const workshop = await setup();
    await give(workshop, assignment(reviewer.id));
    const versions = workshop.story.store.records.get('case/c1')?.length;
    expect(await give(workshop, assignment(reviewer.id))).toBe('closed');
    expect(workshop.story.store.records.get('case/c1')).toHaveLength(versions ?? 0);
  });

  test('that is not kept yet goes back to its queue', async () => {
    const workshop = await setup();
    const unknown = giveFollowUp({ ...workshop, items: workshop.followUps }, 'case-c9-1-f0', NOW);
    await expect(unknown).rejects.toThrow('not kept yet');
  });
});

describe('a reviewer who no longer has a case', () => {
  test('[3.4.1] is freed on the roster, and does not get it again', async () => {
    const workshop = await journey(makeWorkshop(), 'assigned');
    await workshop.story.done(reviewer, { type: 'recuse', relation: 'family' });
    await settle(workshop);
    expect(await openOf(workshop, reviewer.id)).toEqual([]);
    const loaded = await loadRecord(workshop.kernel, caseDefinition, 'c1');
    expect(loaded?.version.state).not.toHaveProperty('reviewer');
    expect(workshop.machine.running()[0]?.state).toBe('WaitForColleague');
  });
});

holdsHowever('follow-up, refused', {
  given: async (plan) => {
    const workshop = await setup(plan);
    await workshop.story.done(customer, { type: 'withdraw' });
    return workshop;
  },
  run: (workshop) => give(workshop, assignment(reviewer.id)),
  redrive: (workshop) => give(workshop, assignment(reviewer.id)),
  outcome: async (workshop) => ({
    open: await openOf(workshop, reviewer.id),
    status: workshop.relayStore.followUps.get('roster-hall-1-reviewer-9-f0')?.status,
  }),
});
