import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { expiryRefusal } from '../draft-expiry.ts';
import { acceptCase } from '../next-case.ts';

/** The customer takes back a file that was not handed in yet; one sent once can be chosen again [U12]. */
export const removeFile = defineCommand({
  command: 'remove-file',
  from: ['draft', 'awaiting-supplement', 'awaiting-correction'],
  to: [],
  by: { kind: 'customer' },
  commutes: true,
  closed: ({ state }) => expiryRefusal(state),
  input: z.strictObject({ fileId: z.string() }),
  decide: (current, { fileId }) => {
    const { state } = current;
    const file = state.files.find((one) => one.fileId === fileId);
    if (file === undefined) return refuse('file-not-there');
    if (state.status !== 'draft' && !state.deficiencies.some(({ target }) => target === file.documentId)) {
      return refuse('document-not-asked-for');
    }
    const files = state.files.filter((one) => one.fileId !== fileId);
    return acceptCase(current, { type: 'file-removed', fileId }, { ...state, files });
  },
});
