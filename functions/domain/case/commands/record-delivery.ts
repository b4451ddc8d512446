import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';
import { told } from '../told.ts';

/**
 * What became of the message with the result: once one has arrived, pick-up begins or the case closes; when every
 * channel has failed, a call is scheduled. [3.7.1]
 */
export const recordDelivery = defineCommand({
  command: 'record-delivery',
  from: ['result-ready'],
  to: ['result-ready', 'awaiting-collection', 'closed'],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({
    channel: z.enum(['mail', 'sms']),
    outcome: z.enum(['sent', 'delivered', 'failed']),
  }),
  decide: (current, { channel, outcome }, given) => {
    const { state } = current;
    // A report can be faster than the note that the provider took it, and says more.
    if (outcome === 'sent' && state.told.some((one) => one.channel === channel))
      return refuse('already-there');
    const tried = [...state.told.filter((one) => one.channel !== channel), { channel, outcome }];
    const event = { type: 'delivery-reported', channel, outcome };
    const waiting = { ...state, told: tried };
    // An SMS has no report: that the provider took it is all that can be known.
    if (outcome === 'delivered' || (channel === 'sms' && outcome === 'sent' && !state.contacts.mail)) {
      return told(current, event, waiting, given);
    }
    const channels = [...(state.contacts.mail ? ['mail'] : []), ...(state.contacts.sms ? ['sms'] : [])];
    const outcomeOf = (name: string) => tried.find((one) => one.channel === name)?.outcome;
    if (channels.every((name) => outcomeOf(name) === 'failed')) {
      return acceptCase(current, event, { ...waiting, callOpen: true });
    }
    const onlySmsIsLeft = outcomeOf('mail') === 'failed' && outcomeOf('sms') === 'sent';
    return onlySmsIsLeft ? told(current, event, waiting, given) : acceptCase(current, event, waiting);
  },
});
