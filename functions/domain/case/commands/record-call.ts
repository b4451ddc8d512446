import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, withText } from '../next-case.ts';
import { told } from '../told.ts';

/** A colleague has called the customer, by the script on the screen: reached, or to be tried again. [3.7.1] */
export const recordCall = defineCommand({
  command: 'record-call',
  from: ['result-ready'],
  to: ['result-ready', 'awaiting-collection', 'closed'],
  by: { kind: 'staff', roles: ['acceptance-officer', 'back-office'] },
  input: z.strictObject({
    reached: z.enum(['reached', 'no-answer', 'wrong-number']),
    text: z.exactOptional(z.string().check(z.maxLength(300))),
  }),
  closed: ({ state }) => (state.callOpen ? undefined : { kind: 'no-call-to-make' }),
  decide: (current, { reached, text }, given) => {
    const { state } = current;
    const personal =
      text === undefined ? current.personal : withText(current.personal, `call/${current.version}`, text);
    const event = { type: 'call-recorded', reached };
    const tried = [...state.told.filter(({ channel }) => channel !== 'phone')];
    if (reached !== 'reached') return acceptCase(current, event, state, { personal });
    const reachedState = {
      ...state,
      callOpen: false,
      told: [...tried, { channel: 'phone', outcome: 'delivered' as const }],
    };
    return told({ ...current, personal }, event, reachedState, given);
  },
});
