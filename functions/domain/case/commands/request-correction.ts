import * as z from 'zod/mini';
import { requiredDocuments } from '../../catalogue/required-documents.ts';
import { visibleQuestions } from '../../catalogue/visible-questions.ts';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, limitEnd, toApplicant } from '../next-case.ts';
import { filesSoFar } from './supplement.ts';

/**
 * The officer opens to the customer just the items the reviewer flagged; the request says that the statutory clock runs
 * on. [3.5.2]
 */
export const requestCorrection = defineCommand({
  command: 'request-correction',
  from: ['returned'],
  to: ['awaiting-correction'],
  by: { kind: 'staff', roles: ['acceptance-officer'] },
  input: z.strictObject({
    items: z
      .array(
        z.strictObject({
          about: z.enum(['document', 'question']),
          target: z.string(),
          text: z.string().check(z.minLength(2), z.maxLength(300)),
        }),
      )
      .check(z.minLength(1)),
  }),
  decide: (current, { items }, { now, reference: { service, days } }) => {
    const { state, personal } = current;
    const known = new Set([
      ...requiredDocuments(service, personal.answers).map(({ id }) => `document-${id}`),
      ...visibleQuestions(service, personal.answers).map(({ id }) => `question-${id}`),
    ]);
    const named = items.map((item) => ({ ...item, itemId: `${item.about}-${item.target}` }));
    const unknown = named.filter(({ itemId }) => !known.has(itemId)).map(({ itemId }) => itemId);
    if (unknown.length > 0) return refuse('unknown-items', { items: unknown });
    const { answerDueAt: _due, ...rest } = state;
    const answerBy = limitEnd(service.limits.answer, now, days);
    const texts = Object.fromEntries(named.map(({ itemId, text }) => [`deficiency/${itemId}`, text]));
    return acceptCase(
      current,
      { type: 'correction-requested', items: named.map(({ itemId }) => itemId) },
      {
        ...rest,
        status: 'awaiting-correction',
        deficiencies: named.map(({ itemId, about, target }) => ({
          itemId,
          about,
          target,
          reason: 'reviewer-found',
          answered: false,
          ...filesSoFar({ about, target }, state),
        })),
        respondBy: answerBy.date,
        respondByAt: answerBy.at,
      },
      {
        personal: { ...personal, texts: { ...personal.texts, ...texts } },
        messages: toApplicant('correction', state.contacts, true),
      },
    );
  },
});
