import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, limitEnd, toApplicant } from '../next-case.ts';
import type { CaseReference } from '../rule.ts';
import type { CaseFile, CaseState } from '../state.ts';

/** Why a file is refused that was in order and is no longer there: it had not been copied when a region was lost. */
export const FILE_LOST = 'file-lost';

/**
 * A file that was taken from the customer and lost by us is asked for again, by name and message. It costs the applicant
 * nothing: whoever had to answer by a day gets the whole time again, and our own limits run on. [8.2.1]
 */
export const askForFile = defineCommand({
  command: 'ask-for-file',
  from: [
    'draft',
    'submitted',
    'awaiting-supplement',
    'in-review',
    'returned',
    'awaiting-correction',
    'in-handling',
  ],
  to: [],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({ fileId: z.string() }),
  decide: (current, { fileId }, { now, reference }) => {
    const { state } = current;
    const lost = state.files.find((file) => file.fileId === fileId);
    if (lost === undefined || isLost(lost)) return refuse('file-not-there');
    const files = state.files.map((file) =>
      file === lost ? { ...file, scan: 'refused' as const, scanReason: FILE_LOST } : file,
    );
    const messages = state.status === 'draft' ? [] : toApplicant(FILE_LOST, state.contacts);
    const event = { type: 'file-lost', fileId, documentId: lost.documentId };
    return acceptCase(current, event, withTimeAgain({ ...state, files }, now, reference), { messages });
  },
});

export function isLost({ scanReason }: CaseFile): boolean {
  return scanReason === FILE_LOST;
}

/** The customer's time to answer begins again, where one runs; it never becomes shorter. */
function withTimeAgain<State extends CaseState>(state: State, now: string, reference: CaseReference): State {
  if (state.status !== 'awaiting-supplement' && state.status !== 'awaiting-correction') return state;
  const { date, at } = limitEnd(reference.service.limits.answer, now, reference.days);
  return at > state.respondByAt ? { ...state, respondBy: date, respondByAt: at } : state;
}
