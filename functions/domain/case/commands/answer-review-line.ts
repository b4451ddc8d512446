import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, isSamePerson, withText } from '../next-case.ts';

/** The reviewer answers a line of the published standard: finding, and the evidence in words where it is not met. [2.2.1] */
export const answerReviewLine = defineCommand({
  command: 'answer-review-line',
  from: ['in-review'],
  to: ['in-review'],
  by: { kind: 'staff', roles: ['reviewer'] },
  input: z.strictObject({
    lineId: z.string(),
    finding: z.enum(['met', 'not-met', 'not-applicable']),
    evidence: z.exactOptional(z.string().check(z.maxLength(300))),
  }),
  closed: ({ state }, { actor }) =>
    state.reviewer && isSamePerson(actor, state.reviewer) ? undefined : { kind: 'not-your-case' },
  decide: (current, { lineId, finding, evidence }, { reference }) => {
    const { state, personal } = current;
    if (!reference.service.reviewChecklist.some(({ id }) => id === lineId)) return refuse('unknown-line');
    if (finding === 'not-met' && !evidence) return refuse('reason-missing');
    const findings = [...state.findings.filter((one) => one.lineId !== lineId), { lineId, finding }];
    return acceptCase(
      current,
      { type: 'line-answered', lineId, finding },
      { ...state, findings },
      { personal: withText(personal, `evidence/${lineId}`, evidence) },
    );
  },
});
