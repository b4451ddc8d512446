import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, limitEnd, toApplicant, withText } from '../next-case.ts';
import { filesSoFar } from './supplement.ts';

/**
 * One notice tells everything that is missing, by when to answer, and what silence means with its article. A second
 * notice needs a reason and is counted. Refused when nothing is missing. [3.2.2]
 */
export const sendNotice = defineCommand({
  command: 'send-notice',
  from: ['submitted'],
  to: ['awaiting-supplement'],
  by: { kind: 'staff', roles: ['acceptance-officer'] },
  input: z.strictObject({
    secondNoticeReason: z.exactOptional(z.enum(['newly-raised-by-answer', 'law-changed', 'override'])),
    text: z.exactOptional(z.string().check(z.minLength(2), z.maxLength(300))),
  }),
  closed: ({ state }) => (state.deficiencies.length === 0 ? { kind: 'nothing-missing' } : undefined),
  decide: (current, { secondNoticeReason, text }, { now, reference }) => {
    const { state } = current;
    if (state.notices > 0 && secondNoticeReason === undefined) return refuse('second-notice-needs-reason');
    if (secondNoticeReason === 'override' && text === undefined) return refuse('reason-missing');
    const answerBy = limitEnd(reference.service.limits.answer, now, reference.days);
    const { noticeDueAt: _met, checkBy: _seen, receivedAgainAt: _again, ...rest } = state;
    const notices = state.notices + 1;
    return acceptCase(
      current,
      {
        type: 'notice-sent',
        items: state.deficiencies.map(({ itemId }) => itemId),
        ...(secondNoticeReason && { secondNoticeReason }),
      },
      {
        ...rest,
        status: 'awaiting-supplement',
        notices,
        deficiencies: state.deficiencies.map((one) => ({
          ...one,
          answered: false,
          ...filesSoFar(one, state),
        })),
        respondBy: answerBy.date,
        respondByAt: answerBy.at,
      },
      {
        messages: toApplicant('notice', state.contacts, true),
        ...(text !== undefined && { personal: withText(current.personal, `second-notice/${notices}`, text) }),
      },
    );
  },
});
