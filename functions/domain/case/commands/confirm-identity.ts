import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';

/**
 * A colleague has seen the original identity document of the person in front of them, once: from now on the person is
 * `checked`, here and for every later case. [2.1.2]
 */
export const confirmIdentity = defineCommand({
  command: 'confirm-identity',
  from: [
    'submitted',
    'awaiting-supplement',
    'in-review',
    'returned',
    'awaiting-correction',
    'in-handling',
    'result-ready',
    'awaiting-collection',
  ],
  to: [],
  by: { kind: 'staff', roles: ['acceptance-officer', 'back-office'] },
  commutes: true,
  input: z.strictObject({ originalSeen: z.literal(true) }),
  closed: ({ state }) => (state.identityChecked ? { kind: 'identity-already-checked' } : undefined),
  decide: (current) => {
    const { state } = current;
    return acceptCase(
      current,
      { type: 'identity-checked' },
      { ...state, identityChecked: true },
      {
        followUps: [
          {
            to: { kind: 'person', id: state.customerId },
            command: { type: 'confirm-identity', caseId: current.id },
          },
        ],
      },
    );
  },
});
