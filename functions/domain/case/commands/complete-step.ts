import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { endedFrom } from '../due-effects.ts';
import { acceptCase, doerOf } from '../next-case.ts';
import { doneStep, stepRefusal } from '../step.ts';

/** The owner of a making or issuing step completes it; after the last one the result can be told. [3.6.1] [3.6.2] */
export const completeStep = defineCommand({
  command: 'complete-step',
  from: ['in-handling'],
  to: ['in-handling', 'result-ready'],
  by: { kind: 'staff', roles: ['issuer', 'back-office'], ofStep: true },
  input: z.strictObject({}),
  closed: ({ state }, { actor, reference: { service } }) => {
    if (state.step === undefined || state.step.act === 'decide') return { kind: 'no-step-to-complete' };
    if (state.certificate === undefined) return { kind: 'certificate-not-made-yet' };
    return stepRefusal(state, actor, service);
  },
  decide: (current, _form, { actor, now, reference: { service } }) => {
    const { state } = current;
    if (state.outcome === undefined) return refuse('not-decided');
    const { step: _done, ...rest } = state;
    const done = [...state.done, doneStep(state, doerOf(actor), now)];
    const event = { type: 'step-completed', stepId: state.step?.stepId ?? '' };
    if (done.length < service.steps.length) return acceptCase(current, event, { ...rest, done });
    return acceptCase(current, event, {
      ...endedFrom(state, now),
      ...(state.certificate && { certificate: state.certificate }),
      status: 'result-ready',
      outcome: state.outcome,
      endedAt: now,
      told: [],
      callOpen: false,
    });
  },
});
