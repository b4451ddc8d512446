import * as z from 'zod/mini';
import { requiredDocuments } from '../../catalogue/required-documents.ts';
import { defineCommand } from '../define-command.ts';
import { withoutExamination } from '../due-effects.ts';
import { acceptCase, doerOf, limitEnd, startClock, toApplicant } from '../next-case.ts';
import { hasCleanFile } from './judge-document.ts';

/**
 * The officer accepts a complete application: both clocks start, and the case goes to review by itself. Refused with
 * any verdict still open, listing the papers; refused while something flagged was neither told nor cured.
 * [2.1.2] [2.1.3] [3.3.1]
 */
export const acceptApplication = defineCommand({
  command: 'accept',
  from: ['submitted'],
  to: ['in-review'],
  by: { kind: 'staff', roles: ['acceptance-officer'] },
  input: z.strictObject({}),
  closed: ({ state, personal }, { reference }) => {
    const required = requiredDocuments(reference.service, personal.answers);
    const settled = new Set(
      state.verdicts
        .filter(
          ({ verdict, documentId }) =>
            verdict === 'proved-otherwise' || (verdict === 'ok' && hasCleanFile(state, documentId)),
        )
        .map(({ documentId }) => documentId),
    );
    const open = required.filter(({ id }) => !settled.has(id)).map(({ id }) => id);
    if (open.length > 0) return { kind: 'verdicts-open', facts: { documents: open } };
    if (state.deficiencies.length > 0)
      return { kind: 'deficiencies-open', facts: { items: state.deficiencies.map(({ itemId }) => itemId) } };
    return undefined;
  },
  decide: (current, _form, { actor, now, reference }) => {
    const { state } = current;
    const { receivedAgainAt: _examined, ...rest } = withoutExamination(state);
    return acceptCase(
      current,
      { type: 'accepted' },
      {
        ...rest,
        status: 'in-review',
        accepted: doerOf(actor),
        clock: startClock(reference.service, now, state.channel, reference),
        findings: [],
        reviewDueAt: limitEnd(reference.service.review.limit, now, reference.days).at,
      },
      { messages: toApplicant('acceptance', state.contacts, true) },
    );
  },
});
