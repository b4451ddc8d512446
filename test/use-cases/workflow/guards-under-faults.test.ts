import { advanceWorkflow } from '../../../functions/use-cases/workflow/advance-workflow.ts';
import { restartWorkflow } from '../../../functions/use-cases/workflow/restart-workflow.ts';
import { waitForPerson } from '../../../functions/use-cases/workflow/wait-for-person.ts';
import { holdsHowever } from '../../support/crashes.ts';
import { bringTo, system } from '../../support/given/case-story.ts';
import { makeWorkshop } from '../../support/workshop.ts';
import { leaveReview, NOW, REVIEW, type Scene, setup } from './waiting-scene.ts';

async function awake({ workflowItems, released, machine, story }: Scene) {
  const { state } = await story.current();
  const stages = new Set(released.map(({ stage }) => stage));
  return {
    stages,
    token: workflowItems.items.get('c1')?.token,
    executions: machine.executions.size,
    status: state.status,
  };
}

holdsHowever('advance-workflow, releasing', {
  given: async (plan) => {
    const workshop = await setup(plan);
    await waitForPerson(workshop, REVIEW, NOW);
    await leaveReview(workshop);
    return workshop;
  },
  run: (workshop) => advanceWorkflow(workshop, 'c1', NOW),
  redrive: (workshop) => advanceWorkflow(workshop, 'c1', NOW),
  outcome: (workshop) => awake(workshop as Scene),
});

holdsHowever('wait-for-person, for a stage that was left', {
  given: async (plan) => {
    const workshop = await setup(plan);
    await leaveReview(workshop);
    return workshop;
  },
  run: (workshop) => waitForPerson(workshop, REVIEW, NOW),
  redrive: (workshop) => waitForPerson(workshop, REVIEW, NOW),
  outcome: (workshop) => awake(workshop as Scene),
});

holdsHowever('advance-workflow, starting', {
  given: async (plan) => makeWorkshop(plan, await bringTo('submitted')),
  run: (workshop) => advanceWorkflow(workshop, 'c1', NOW),
  redrive: async (workshop) => {
    await workshop.story.done(system, { type: 'record-check', points: 0, reasons: [], path: 'simple' });
    await restartWorkflow(workshop, 'c1', NOW);
  },
  outcome: async ({ machine }) => [...machine.executions.keys()],
});
