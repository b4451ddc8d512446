import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, withText } from '../next-case.ts';

/** The officer can answer the reviewer without the customer: the case goes back to the same reviewer. [2.2.3] */
export const answerReviewer = defineCommand({
  command: 'answer-reviewer',
  from: ['returned'],
  to: ['in-review'],
  by: { kind: 'staff', roles: ['acceptance-officer'] },
  input: z.strictObject({ text: z.string().check(z.minLength(2), z.maxLength(600)) }),
  decide: (current, { text }) => {
    const { failedLines, answerDueAt: _due, ...rest } = current.state;
    const failed = new Set(failedLines.map(({ lineId }) => lineId));
    return acceptCase(
      current,
      { type: 'reviewer-answered' },
      { ...rest, status: 'in-review', findings: rest.findings.filter(({ lineId }) => !failed.has(lineId)) },
      { personal: withText(current.personal, `answer/${current.version}`, text) },
    );
  },
});
