import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, limitEnd } from '../next-case.ts';

/** The system opens the next step of handling: owner and due date are on it from its opening. [3.6.2] */
export const openStep = defineCommand({
  command: 'open-step',
  from: ['in-handling'],
  to: ['in-handling'],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({ personId: z.exactOptional(z.string()) }),
  closed: ({ state }) => (state.step === undefined ? undefined : { kind: 'step-already-open' }),
  decide: (current, { personId }, { now, reference: { service, days } }) => {
    const { state } = current;
    const next = service.steps[state.done.length];
    if (next === undefined) return refuse('no-step-left');
    return acceptCase(
      current,
      { type: 'step-opened', stepId: next.id },
      {
        ...state,
        step: {
          stepId: next.id,
          act: next.act,
          role: next.role,
          owner: { queue: next.role, ...(personId !== undefined && { personId }) },
          openedAt: now,
          dueAt: limitEnd(next.limit, now, days).at,
        },
      },
    );
  },
});
