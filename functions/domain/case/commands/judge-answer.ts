import * as z from 'zod/mini';
import { visibleQuestions } from '../../catalogue/visible-questions.ts';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, withText } from '../next-case.ts';

export const ANSWER_REASONS = ['unclear', 'contradicts-document', 'not-allowed', 'incomplete'] as const;

/** The officer flags an answer that must be put right, or takes the flag back; unseen by the customer. [3.2.2] */
export const judgeAnswer = defineCommand({
  command: 'judge-answer',
  from: ['submitted'],
  to: ['submitted'],
  by: { kind: 'staff', roles: ['acceptance-officer'] },
  input: z.strictObject({
    questionId: z.string(),
    inOrder: z.boolean(),
    reason: z.exactOptional(z.enum(ANSWER_REASONS)),
    text: z.exactOptional(z.string().check(z.maxLength(300))),
  }),
  decide: (current, { questionId, inOrder, reason, text }, { reference }) => {
    const { state, personal } = current;
    const asked = visibleQuestions(reference.service, personal.answers);
    if (!asked.some(({ id }) => id === questionId)) return refuse('unknown-question');
    if (!inOrder && reason === undefined) return refuse('reason-missing');
    const itemId = `question-${questionId}`;
    const others = state.deficiencies.filter((one) => one.itemId !== itemId);
    const deficiencies = inOrder
      ? others
      : [...others, { itemId, about: 'question' as const, target: questionId, reason: reason ?? 'unclear' }];
    return acceptCase(
      current,
      { type: 'answer-judged', questionId, inOrder },
      { ...state, deficiencies },
      { personal: withText(personal, `deficiency/${itemId}`, text) },
    );
  },
});
