import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { endedFrom } from '../due-effects.ts';
import { acceptCase } from '../next-case.ts';

/** The customer takes the application back, until it is decided. */
export const withdraw = defineCommand({
  command: 'withdraw',
  from: ['submitted', 'awaiting-supplement', 'in-review', 'returned', 'awaiting-correction', 'in-handling'],
  to: ['result-ready'],
  by: { kind: 'customer' },
  input: z.strictObject({}),
  closed: ({ state }) =>
    state.status === 'in-handling' && state.outcome !== undefined ? { kind: 'already-decided' } : undefined,
  decide: (current, _form, { now }) =>
    acceptCase(
      current,
      { type: 'withdrawn' },
      {
        ...endedFrom(current.state, now),
        status: 'result-ready',
        outcome: 'withdrawn',
        endedAt: now,
        told: [],
        callOpen: false,
      },
    ),
});
