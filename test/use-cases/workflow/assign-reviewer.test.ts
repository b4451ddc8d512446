import { describe, expect, test } from 'vitest';
import { rosterDefinition } from '../../../functions/domain/roster/roster.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { assignReviewer, candidates } from '../../../functions/use-cases/workflow/assign-reviewer.ts';
import { holdsHowever } from '../../support/crashes.ts';
import type { FaultPlan } from '../../support/fakes/faults.ts';
import { bringTo, officer } from '../../support/given/case-story.ts';
import { givenColleagues, givenSession } from '../../support/given/colleagues.ts';
import { settle } from '../../support/journey.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

const NOW = '2026-03-02T01:00:00Z';

async function setup(plan: FaultPlan = {}) {
  const story = await bringTo('submitted');
  for (const documentId of ['identity', 'premises-lease']) {
    await story.done(officer, { type: 'judge-document', documentId, verdict: 'ok' });
  }
  await story.done(officer, { type: 'accept' });
  const workshop = makeWorkshop(plan, story);
  await workshop.workflowItems.claimGeneration({ kind: 'case', id: 'c1' }, 0, NOW);
  return workshop;
}

function assign(workshop: Workshop, sessions = [givenSession()]) {
  const colleagues = givenColleagues(sessions);
  return assignReviewer({ ...workshop, colleagues }, { caseId: 'c1', generation: 1 }, NOW);
}

describe('[3.4.1] assigning', () => {
  test('gives the case to an eligible reviewer, with the reasons why', async () => {
    const workshop = await setup();
    expect(await assign(workshop)).toMatchObject({ stage: 'review' });
    expect((await workshop.story.current()).state).toMatchObject({
      reviewer: { personId: 'person-reviewer', why: ['eligible:1', 'load:0', `idle-since:${NOW}`] },
    });
  });

  test('never to whoever accepted it, nor to the customer', async () => {
    const workshop = await setup();
    const sessions = [givenSession({ personId: officer.id }), givenSession({ personId: 'person-customer' })];
    expect(await assign(workshop, sessions)).toMatchObject({ stage: 'assign' });
  });

  test('nobody eligible: it stays where the team sees it', async () => {
    const workshop = await setup();
    expect(await assign(workshop, [])).toMatchObject({ stage: 'assign' });
    expect((await workshop.story.current()).state).not.toHaveProperty('reviewer');
  });
});

test.each([
  ['on duty, licensed, trained', {}, undefined],
  ['off duty', { onDutyUntil: NOW }, 'off-duty'],
  ['gone', { leftAt: NOW }, 'left'],
  ['with a lapsed training', { trainingUntil: NOW }, 'training-lapsed'],
  ['licensed for another service', { services: ['bakery'] }, 'not-licensed'],
])('a colleague %s', (_what, overrides, barred) => {
  const [candidate] = candidates([givenSession(overrides)], 'sole-trader-registration', NOW);
  expect(candidate?.barred).toBe(barred);
});

test('who has another role is no candidate', () => {
  expect(candidates([givenSession({ roles: ['approver'] })], 'any', NOW)).toEqual([]);
});

holdsHowever('assign-reviewer', {
  given: setup,
  run: (workshop) => assign(workshop),
  redrive: async (workshop) => {
    await assign(workshop);
    await settle(workshop);
  },
  outcome: async (workshop) => {
    const { state } = await workshop.story.current();
    const roster = await loadRecord(workshop.kernel, rosterDefinition, 'hall-1-reviewer');
    const open = roster?.version.state.members.map((one) => one.open);
    return { reviewer: 'reviewer' in state ? state.reviewer?.personId : undefined, open };
  },
});
