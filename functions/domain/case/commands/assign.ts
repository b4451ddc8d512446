import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, isSamePerson } from '../next-case.ts';

/** The system gives the case to a reviewer, with the reasons why this one; never to whoever accepted it. [3.4.1] */
export const assign = defineCommand({
  command: 'assign',
  from: ['in-review'],
  to: ['in-review'],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({ personId: z.string(), why: z.array(z.string()) }),
  closed: ({ state }) => (state.reviewer === undefined ? undefined : { kind: 'already-assigned' }),
  decide: (current, { personId, why }, { now, reference }) => {
    const { state } = current;
    const mayNot = reference.service.review.notThePersonWho.includes('accepted');
    if (mayNot && isSamePerson({ kind: 'staff', id: personId }, state.accepted)) {
      return { accepted: false, refusal: { kind: 'four-eyes' } };
    }
    return acceptCase(
      current,
      { type: 'assigned', personId },
      { ...state, reviewer: { personId, why, assignedAt: now } },
    );
  },
});
