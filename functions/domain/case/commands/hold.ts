import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, doerOf, withText } from '../next-case.ts';
import { HOLD_REASONS } from '../state-parts.ts';

const AFTER_SUBMISSION = [
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
] as const;
const text = z.string().check(z.minLength(2), z.maxLength(600));

/** Legal hold: nothing of this case is destroyed while it stands, whatever its retention says. [6.3.2] [6.4.2] */
export const placeHold = defineCommand({
  command: 'place-hold',
  from: AFTER_SUBMISSION,
  to: [],
  by: { kind: 'staff', roles: ['supervisor', 'archivist'] },
  input: z.strictObject({ reason: z.enum(HOLD_REASONS), text }),
  closed: ({ state }) => (state.hold === undefined ? undefined : { kind: 'already-on-hold' }),
  decide: (current, { reason, text: why }, { actor, now }) =>
    acceptCase(
      current,
      { type: 'hold-placed', reason },
      { ...current.state, hold: { since: now, reason, by: doerOf(actor) } },
      { personal: withText(current.personal, `hold/${current.version + 1}`, why) },
    ),
});

/** Ends the hold, with its reason; what was due while it stood is due at once. */
export const liftHold = defineCommand({
  command: 'lift-hold',
  from: AFTER_SUBMISSION,
  to: [],
  by: { kind: 'staff', roles: ['supervisor', 'archivist'] },
  input: z.strictObject({ text }),
  closed: ({ state }) => (state.hold === undefined ? { kind: 'not-on-hold' } : undefined),
  decide: (current, { text: why }) => {
    const { hold: _lifted, ...state } = current.state;
    return acceptCase(current, { type: 'hold-lifted' }, state, {
      personal: withText(current.personal, `hold/${current.version + 1}`, why),
    });
  },
});
