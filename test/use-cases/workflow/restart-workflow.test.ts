import { describe, expect, test } from 'vitest';
import { advanceWorkflow } from '../../../functions/use-cases/workflow/advance-workflow.ts';
import { restartWorkflow } from '../../../functions/use-cases/workflow/restart-workflow.ts';
import { bringTo } from '../../support/given/case-story.ts';
import { makeWorkshop } from '../../support/workshop.ts';

const NOW = '2026-03-02T01:00:00Z';
const SOON = '2026-03-02T01:10:00Z';
const LATE = '2026-03-02T01:20:00Z';
const ref = { kind: 'case', id: 'c1' } as const;

async function setup(status: Parameters<typeof bringTo>[0] = 'in-review') {
  return makeWorkshop({}, await bringTo(status));
}

async function withGeneration(workshop: Awaited<ReturnType<typeof setup>>) {
  await workshop.workflowItems.claimGeneration(ref, 0, NOW);
  return workshop;
}

describe('mending the workflow of a case', () => {
  test.each(['draft', 'archived'] as const)('a case that is %s has none', async (status) => {
    const workshop = await setup(status);
    expect(await restartWorkflow(workshop, 'c1', NOW)).toBe('nothing-to-do');
    expect(workshop.machine.executions.size).toBe(0);
  });

  test('an archived case that stands on the list is taken off it', async () => {
    const workshop = await withGeneration(await setup('archived'));
    await restartWorkflow(workshop, 'c1', NOW);
    expect(workshop.workflowItems.items.get('c1')?.since).toBeUndefined();
  });

  test('a case that never had one begins', async () => {
    const workshop = await setup();
    expect(await restartWorkflow(workshop, 'c1', NOW)).toBe('new-generation');
    expect([...workshop.machine.executions.keys()]).toEqual(['c1-1']);
  });

  test('a generation that was claimed and never started is started under its own name', async () => {
    const workshop = await withGeneration(await setup());
    expect(await restartWorkflow(workshop, 'c1', NOW)).toBe('started-again');
    expect([...workshop.machine.executions.keys()]).toEqual(['c1-1']);
  });

  test('… and by the next event of its case already', async () => {
    const workshop = await withGeneration(await setup());
    expect(await advanceWorkflow(workshop, 'c1', NOW)).toBe('started');
    expect([...workshop.machine.executions.keys()]).toEqual(['c1-1']);
    expect(await advanceWorkflow(workshop, 'c1', NOW)).toBe('nothing-to-do');
  });

  test('only when that name is closed does the next begin', async () => {
    const workshop = await withGeneration(await setup());
    await workshop.machine.start('c1', 1);
    await workshop.machine.stop('c1', 1);
    expect(await restartWorkflow(workshop, 'c1', NOW)).toBe('new-generation');
    expect([...workshop.machine.executions.keys()]).toEqual(['c1-1', 'c1-2']);
  });

  test('[R10] told three times at once, it begins one generation', async () => {
    const workshop = await withGeneration(await setup());
    await workshop.machine.start('c1', 1);
    await workshop.machine.stop('c1', 1);
    await Promise.all([1, 2, 3].map(() => restartWorkflow(workshop, 'c1', NOW)));
    expect([...workshop.machine.executions.keys()]).toEqual(['c1-1', 'c1-2']);
  });

  test('an execution that runs is left alone', async () => {
    const workshop = await withGeneration(await setup());
    await workshop.machine.start('c1', 1);
    expect(await restartWorkflow(workshop, 'c1', SOON, { since: NOW })).toBe('nothing-to-do');
    expect(workshop.machine.executions.size).toBe(1);
  });

  test('one that runs and has lost its token for a quarter of an hour is superseded and stopped', async () => {
    const workshop = await withGeneration(await setup());
    await workshop.machine.start('c1', 1);
    expect(await restartWorkflow(workshop, 'c1', LATE, { since: NOW })).toBe('new-generation');
    const [first, second] = workshop.machine.executions.values();
    expect([first?.status, second?.status]).toEqual(['ABORTED', 'RUNNING']);
  });

  test('an operator who knows that no task is at work need not wait for that', async () => {
    const workshop = await withGeneration(await setup());
    await workshop.machine.start('c1', 1);
    const missing = { since: NOW, lostAfterMinutes: 0 };
    expect(await restartWorkflow(workshop, 'c1', NOW, missing)).toBe('nothing-to-do');
    expect(await restartWorkflow(workshop, 'c1', SOON, missing)).toBe('new-generation');
  });
});
