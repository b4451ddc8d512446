import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, withoutReviewer, withText } from '../next-case.ts';

export const REASSIGN_REASONS = ['leave', 'workload', 'related-party', 'skills'] as const;

/** A supervisor takes a case from its reviewer; it is assigned anew by itself. [3.6.2] */
export const reassign = defineCommand({
  command: 'reassign',
  from: ['in-review'],
  to: ['in-review'],
  by: { kind: 'staff', roles: ['supervisor'] },
  input: z.strictObject({
    reason: z.enum(REASSIGN_REASONS),
    text: z.exactOptional(z.string().check(z.maxLength(300))),
  }),
  closed: ({ state }) => (state.reviewer === undefined ? { kind: 'not-assigned' } : undefined),
  decide: (current, { reason, text }) => {
    const { from, unassigned } = withoutReviewer(current.state, reason === 'related-party');
    return acceptCase(
      current,
      { type: 'reassigned', reason, from },
      unassigned,
      text === undefined ? {} : { personal: withText(current.personal, `reassign/${current.version}`, text) },
    );
  },
});
