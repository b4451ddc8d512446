import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';
import { answersInput, cure } from './supplement.ts';

/** The customer corrects the flagged items; the case returns to the same reviewer, on top of the queue. [3.5.2] */
export const correct = defineCommand({
  command: 'correct',
  from: ['awaiting-correction'],
  to: ['in-review'],
  by: { kind: 'customer' },
  input: z.strictObject({ answers: answersInput }),
  decide: (current, { answers }, given) => {
    const { state, personal } = current;
    const cured = cure(state, personal, answers, given);
    if ('kind' in cured) return { accepted: false, refusal: cured };
    const { respondBy: _by, respondByAt: _at, deficiencies, failedLines, ...rest } = state;
    const failed = new Set(failedLines.map(({ lineId }) => lineId));
    const findings = rest.findings.filter(({ lineId }) => !failed.has(lineId));
    return acceptCase(
      current,
      { type: 'corrected', items: deficiencies.map(({ itemId }) => itemId) },
      { ...rest, status: 'in-review', findings },
      { personal: cured },
    );
  },
});
