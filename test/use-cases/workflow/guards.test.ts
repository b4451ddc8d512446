import { describe, expect, test } from 'vitest';
import { advanceWorkflow } from '../../../functions/use-cases/workflow/advance-workflow.ts';
import { askStage, MOST_DAYS, MOST_ROUNDS } from '../../../functions/use-cases/workflow/ask-stage.ts';
import { openStep } from '../../../functions/use-cases/workflow/open-step.ts';
import { waitForPerson } from '../../../functions/use-cases/workflow/wait-for-person.ts';
import { bringTo, officer } from '../../support/given/case-story.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';
import { caseRef, leaveReview, NOW, REVIEW, setup } from './waiting-scene.ts';

async function tokenOf({ workflowItems }: Workshop) {
  return (await workflowItems.workflow(caseRef))?.token;
}

describe('[R11] a token', () => {
  test('is left with the case, sealed, for its stage and visit', async () => {
    const workshop = await setup();
    await waitForPerson(workshop, REVIEW, NOW);
    const token = await tokenOf(workshop);
    expect(token).toMatchObject({ stage: 'review', visit: 12 });
    expect(Buffer.from(token?.sealed ?? []).toString()).not.toContain('token-a');
    expect(workshop.released).toEqual([]);
  });

  test('is released when the stage is left, with the stage the case is in then', async () => {
    const workshop = await setup();
    await waitForPerson(workshop, REVIEW, NOW);
    await leaveReview(workshop);
    expect(await advanceWorkflow(workshop, 'c1', NOW)).toBe('released');
    expect(workshop.released).toEqual([{ token: 'token-a', stage: 'open-step' }]);
    expect(await tokenOf(workshop)).toBeUndefined();
    expect(workshop.workflowItems.items.get('c1')?.since).toBe(NOW);
  });

  test('for a stage left before it was stored is released by whoever stores it: read after store', async () => {
    const workshop = await setup();
    await leaveReview(workshop);
    expect(await advanceWorkflow(workshop, 'c1', NOW)).toBe('nothing-to-do');
    await waitForPerson(workshop, REVIEW, NOW);
    expect(workshop.released).toEqual([{ token: 'token-a', stage: 'open-step' }]);
    expect(await tokenOf(workshop)).toBeUndefined();
  });

  test('for an earlier visit of the same stage is released too', async () => {
    const workshop = await setup();
    const { visit } = (await workshop.story.current()).state;
    expect(visit).toBe(12);
    await waitForPerson(workshop, { ...REVIEW, visit: 3 }, NOW);
    expect(workshop.released).toEqual([{ token: 'token-a', stage: 'review' }]);
  });

  test('released twice, by two events at once: the second finds it released, and both are done', async () => {
    const workshop = await setup();
    await waitForPerson(workshop, REVIEW, NOW);
    await leaveReview(workshop);
    const answers = await Promise.all([
      advanceWorkflow(workshop, 'c1', NOW),
      advanceWorkflow(workshop, 'c1', NOW),
    ]);
    expect(answers).toEqual(['released', 'released']);
    expect(workshop.machine.executions.size).toBe(1);
  });

  test('is not released by an event that changed nothing about the stage', async () => {
    const workshop = await setup();
    await waitForPerson(workshop, REVIEW, NOW);
    await workshop.story.done(officer, { type: 'add-note', text: '已電話確認' });
    expect(await advanceWorkflow(workshop, 'c1', NOW)).toBe('nothing-to-do');
    expect(workshop.released).toEqual([]);
  });

  test('of a later visit is left alone by whoever read the case before', async () => {
    const workshop = await setup();
    await waitForPerson(workshop, REVIEW, NOW);
    const newest = await workshop.store.newest(caseRef);
    const before = {
      ...workshop.store,
      newest: async () => newest && { ...newest, newest: older(workshop, 8) },
    };
    expect(await advanceWorkflow({ ...workshop, store: before }, 'c1', NOW)).toBe('nothing-to-do');
    expect(workshop.released).toEqual([]);
  });

  test('of a superseded generation is refused, and its execution told to end', async () => {
    const workshop = await setup();
    await workshop.workflowItems.claimGeneration(caseRef, 1, NOW);
    await waitForPerson(workshop, REVIEW, NOW);
    expect(workshop.released).toEqual([{ token: 'token-a', stage: 'superseded' }]);
    expect(await tokenOf(workshop)).toBeUndefined();
  });

  test('that belongs to a dead execution is removed, and the next generation begins at once', async () => {
    const workshop = await setup();
    await waitForPerson(workshop, REVIEW, NOW);
    workshop.machine.executions.forEach((execution) => {
      workshop.machine.abort(execution);
    });
    workshop.released.push({ token: 'token-a', stage: 'gone' });
    await leaveReview(workshop);
    expect(await advanceWorkflow(workshop, 'c1', NOW)).toBe('began-again');
    expect([...workshop.machine.executions.keys()]).toEqual(['c1-1', 'c1-2']);
  });
});

function older({ story }: Workshop, version: number) {
  const kept = story.store.records.get('case/c1')?.find((one) => one.version === version);
  if (kept === undefined) throw new Error('no such version');
  return kept;
}

describe('[R11] a task of a superseded generation', () => {
  test('does nothing to the case and ends', async () => {
    const workshop = await setup();
    await leaveReview(workshop);
    await workshop.workflowItems.claimGeneration(caseRef, 1, NOW);
    const { version } = await workshop.story.current();
    await openStep(workshop, { caseId: 'c1', generation: 1, token: 'token-b' }, NOW);
    expect((await workshop.story.current()).version).toBe(version);
    expect(workshop.released).toEqual([{ token: 'token-b', stage: 'superseded' }]);
  });

  test('run twice by the generation that stands, it acts once', async () => {
    const workshop = await setup();
    await leaveReview(workshop);
    const task = { caseId: 'c1', generation: 1, token: 'token-b' };
    await openStep(workshop, task, NOW);
    const { version } = await workshop.story.current();
    await openStep(workshop, { ...task, token: 'token-c' }, NOW);
    expect((await workshop.story.current()).version).toBe(version);
  });
});

describe('[R12] an execution that has grown old', () => {
  const asking = { caseId: 'c1', generation: 1, rounds: 0 };
  const days = (count: number) => new Date(Date.parse(NOW) + count * 86_400_000).toISOString();

  test('goes on as a new one well before a year', async () => {
    const workshop = await setup();
    expect(await askStage(workshop, asking, days(MOST_DAYS))).toMatchObject({ stage: 'review' });
    expect(await askStage(workshop, asking, days(MOST_DAYS + 1))).toMatchObject({ stage: 'superseded' });
    expect([...workshop.machine.executions.keys()]).toEqual(['c1-1', 'c1-2']);
    expect((await workshop.workflowItems.workflow(caseRef))?.generation).toBe(2);
  });

  test('goes on as a new one well before 25,000 events', async () => {
    const workshop = await setup();
    expect(await askStage(workshop, { ...asking, rounds: MOST_ROUNDS }, NOW)).toMatchObject({
      stage: 'review',
    });
    const answer = await askStage(workshop, { ...asking, rounds: MOST_ROUNDS + 1 }, NOW);
    expect(answer).toMatchObject({ stage: 'superseded' });
    expect(workshop.machine.executions.size).toBe(2);
  });

  test('of a case that is filed ends instead, and is on no list any more', async () => {
    const workshop = makeWorkshop({}, await bringTo('archived'));
    await workshop.workflowItems.claimGeneration(caseRef, 0, NOW);
    expect(await askStage(workshop, asking, days(400))).toMatchObject({ stage: 'done' });
    expect(workshop.workflowItems.items.get('c1')?.since).toBeUndefined();
  });
});
