import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, isSamePerson, limitEnd } from '../next-case.ts';

/** The reviewer returns the case: for each failed line the reason and what would cure it, word for word. [2.2.3] [3.5.2] */
export const returnToIntake = defineCommand({
  command: 'return',
  from: ['in-review'],
  to: ['returned'],
  by: { kind: 'staff', roles: ['reviewer'] },
  input: z.strictObject({
    failedLines: z
      .array(
        z.strictObject({
          lineId: z.string(),
          reason: z.string().check(z.minLength(2), z.maxLength(300)),
          cure: z.string().check(z.minLength(2), z.maxLength(300)),
        }),
      )
      .check(z.minLength(1)),
  }),
  closed: ({ state }, { actor }) =>
    state.reviewer && isSamePerson(actor, state.reviewer) ? undefined : { kind: 'not-your-case' },
  decide: (current, { failedLines }, { now, reference }) => {
    const { state, personal } = current;
    const known = new Set(reference.service.reviewChecklist.map(({ id }) => id));
    if (failedLines.some(({ lineId }) => !known.has(lineId))) return refuse('unknown-line');
    const said = new Set(failedLines.map(({ lineId }) => lineId));
    const unsaid = state.findings
      .filter(({ lineId, finding }) => finding === 'not-met' && !said.has(lineId))
      .map(({ lineId }) => lineId);
    if (unsaid.length > 0) return refuse('reason-missing', { lines: unsaid });
    const texts = Object.fromEntries(
      failedLines.flatMap(({ lineId, reason, cure }) => [
        [`return/${lineId}/reason`, reason],
        [`return/${lineId}/cure`, cure],
      ]),
    );
    return acceptCase(
      current,
      { type: 'returned', lines: failedLines.map(({ lineId }) => lineId) },
      {
        ...state,
        status: 'returned',
        failedLines: failedLines.map(({ lineId }) => ({ lineId, reason: 'said', cure: 'said' })),
        answerDueAt: limitEnd(reference.service.review.limit, now, reference.days).at,
      },
      { personal: { ...personal, texts: { ...personal.texts, ...texts } } },
    );
  },
});
