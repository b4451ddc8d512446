import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, toApplicant } from '../next-case.ts';

/**
 * The system tells the result on every channel the customer gave; where there is none, or all have failed, a person
 * calls. [3.7.1]
 */
export const tellResult = defineCommand({
  command: 'tell-result',
  from: ['result-ready'],
  to: ['result-ready'],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({}),
  closed: ({ state }) => (state.callOpen ? { kind: 'call-already-open' } : undefined),
  decide: (current, _form, { now }) => {
    const { state } = current;
    const failed = new Set(
      state.told.filter(({ outcome }) => outcome === 'failed').map(({ channel }) => channel),
    );
    const open = {
      mail: state.contacts.mail && !failed.has('mail'),
      sms: state.contacts.sms && !failed.has('sms'),
    };
    const firstTime = state.tellingSince === undefined;
    if (firstTime && (open.mail || open.sms)) {
      return acceptCase(
        current,
        { type: 'result-being-told' },
        { ...state, tellingSince: now },
        { messages: toApplicant('result', open, true) },
      );
    }
    return acceptCase(current, { type: 'call-scheduled' }, { ...state, tellingSince: now, callOpen: true });
  },
});
