import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';

/** The key of the blind index was turned: the case is found by the same values under the new one. Nothing else changes. */
export const reIndex = defineCommand({
  command: 're-index',
  from: [
    'submitted',
    'awaiting-supplement',
    'in-review',
    'returned',
    'awaiting-correction',
    'in-handling',
    'result-ready',
    'awaiting-collection',
    'closed',
    'archived',
  ],
  to: [],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({ finders: z.array(z.strictObject({ field: z.string(), value: z.string() })) }),
  decide: (current, { finders }) =>
    acceptCase(current, { type: 're-indexed' }, { ...current.state, finders }),
});
