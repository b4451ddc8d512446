import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';

/** A message on one channel has failed for good: whoever handles the case sees it in the history. */
export const recordFailedMessage = defineCommand({
  command: 'record-failed-message',
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
  ],
  to: [],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({ message: z.string(), channel: z.enum(['mail', 'sms', 'phone']) }),
  decide: (current, { message, channel }) =>
    acceptCase(current, { type: 'message-failed', message, channel }, current.state),
});
