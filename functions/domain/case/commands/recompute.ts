import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, clockAnew } from '../next-case.ts';

/**
 * A newer calendar stands: the dates of a running case are counted again by it. What was there before stays on the
 * record; what the applicant was told to keep does not move.
 */
export const recompute = defineCommand({
  command: 'recompute',
  from: ['in-review', 'returned', 'awaiting-correction', 'in-handling'],
  to: [],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({}),
  closed: ({ state: { clock } }, { reference: { calendarVersion } }) =>
    clock.facts.stoppedAt !== undefined || clock.calendarVersion >= calendarVersion
      ? { kind: 'calendar-not-newer' }
      : undefined,
  decide: (current, _form, { now, reference }) => {
    const { state } = current;
    const clock = clockAnew(state.clock, reference, now);
    const event = { type: 'recomputed', before: state.clock.dueDate, after: clock.dueDate };
    return acceptCase(current, event, { ...state, clock });
  },
});
