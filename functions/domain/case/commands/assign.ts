import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, isSamePerson } from '../next-case.ts';

/** The system gives the case to a reviewer, with the reasons why this one; never to whoever accepted it or gave it back. [3.4.1] */
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
    const given = { kind: 'staff', id: personId } as const;
    const mayNot = reference.service.review.notThePersonWho.includes('accepted');
    if (
      (mayNot && isSamePerson(given, state.accepted)) ||
      isSamePerson(given, state.firstReviewed) ||
      personId === state.customerId
    ) {
      return refuse('four-eyes');
    }
    // An assignment that comes late must not undo what was decided meanwhile.
    if (state.notAgain?.includes(personId)) return refuse('recused');
    return acceptCase(
      current,
      { type: 'assigned', personId },
      { ...state, reviewer: { personId, why, assignedAt: now } },
    );
  },
});
