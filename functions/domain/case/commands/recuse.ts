import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, isSamePerson, withoutReviewer } from '../next-case.ts';

/** A reviewer who is a related party gives the case back; it is assigned to somebody else. */
export const recuse = defineCommand({
  command: 'recuse',
  from: ['in-review'],
  to: ['in-review'],
  by: { kind: 'staff', roles: ['reviewer'] },
  input: z.strictObject({ relation: z.enum(['family', 'business', 'own-matter', 'other']) }),
  closed: ({ state }, { actor }) =>
    state.reviewer && isSamePerson(actor, state.reviewer) ? undefined : { kind: 'not-your-case' },
  decide: (current, { relation }) => {
    const { from, unassigned } = withoutReviewer(current.state, true);
    return acceptCase(current, { type: 'recused', relation, from }, unassigned);
  },
});
