import type { FaultPlan } from '../../support/fakes/faults.ts';
import { bringTo, reviewer } from '../../support/given/case-story.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

export const NOW = '2026-03-02T01:00:00Z';
export const caseRef = { kind: 'case', id: 'c1' } as const;
export const REVIEW = { caseId: 'c1', generation: 1, stage: 'review', visit: 12, token: 'token-a' };

/** A case with its reviewer, whose execution waits in review with the token `token-a`. */
export async function setup(plan: FaultPlan = {}) {
  const workshop = makeWorkshop(plan, await bringTo('in-review'));
  const released: { token: string; stage: string }[] = [];
  const engine = workshop.line.watch('engine', {
    ...enginePort(workshop),
    region: 'here',
    release: async (token: string, { stage }: { stage: string }) => {
      const before = released.some((one) => one.token === token);
      released.push({ token, stage });
      return before ? ('already-released' as const) : ('released' as const);
    },
  });
  await workshop.machine.start('c1', 1);
  await workshop.workflowItems.claimGeneration(caseRef, 0, NOW);
  return { ...workshop, engine, released };
}

function enginePort({ machine }: Workshop) {
  return {
    start: machine.start.bind(machine),
    statusOf: machine.statusOf.bind(machine),
    stop: machine.stop.bind(machine),
    brokenSince: machine.brokenSince.bind(machine),
  };
}

export type Scene = Awaited<ReturnType<typeof setup>>;

export async function leaveReview({ story }: Workshop) {
  for (const { id } of story.reference.service.reviewChecklist) {
    await story.done(reviewer, { type: 'answer-review-line', lineId: id, finding: 'met' });
  }
  await story.done(reviewer, { type: 'sign-opinion', opinion: '符合規定', reauthenticated: true });
}
