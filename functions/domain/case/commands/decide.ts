import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { endedFrom } from '../due-effects.ts';
import { acceptCase, doerOf, stopClock, withText } from '../next-case.ts';
import { doneStep, stepRefusal } from '../step.ts';

/**
 * Another person decides: the legal clock stops. Granted goes on to making; a refusal names ground, article and
 * remedy, and goes straight to being told. Refused to whoever accepted or reviewed the case, by person, through
 * substitutes too. [3.6.1]
 */
export const decide = defineCommand({
  command: 'decide',
  from: ['in-handling'],
  to: ['in-handling', 'result-ready'],
  by: { kind: 'staff', roles: ['approver'] },
  input: z.strictObject({
    outcome: z.enum(['granted', 'refused']),
    ground: z.exactOptional(z.string().check(z.minLength(5), z.maxLength(600))),
    article: z.exactOptional(z.string().check(z.minLength(2), z.maxLength(120))),
  }),
  closed: ({ state }, { actor, reference: { service } }) => {
    if (state.step?.act !== 'decide') return { kind: 'nothing-to-decide' };
    return stepRefusal(state, actor, service);
  },
  decide: (current, { outcome, ground, article }, { actor, now }) => {
    const { state, personal } = current;
    const clock = stopClock(state.clock, now);
    const approved = doerOf(actor);
    const done = [...state.done, doneStep(state, approved, now)];
    if (outcome === 'granted') {
      const { step: _done, ...rest } = state;
      return acceptCase(current, { type: 'decided', outcome }, { ...rest, clock, approved, outcome, done });
    }
    if (ground === undefined || article === undefined) return refuse('ground-missing');
    return acceptCase(
      current,
      { type: 'decided', outcome },
      {
        ...endedFrom(state, now),
        clock,
        approved,
        status: 'result-ready',
        outcome,
        endedAt: now,
        told: [],
        callOpen: false,
      },
      { personal: withText(withText(personal, 'decision', ground), 'article', article) },
    );
  },
});
