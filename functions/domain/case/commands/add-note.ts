import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase, withText } from '../next-case.ts';

/** A note among colleagues, on any case, also after its end: added, never edited. */
export const addNote = defineCommand({
  command: 'add-note',
  from: [
    'submitted',
    'awaiting-supplement',
    'in-review',
    'returned',
    'awaiting-correction',
    'in-handling',
    'result-ready',
    'awaiting-collection',
    'closed',
    'archived',
  ],
  to: [],
  by: {
    kind: 'staff',
    roles: ['acceptance-officer', 'reviewer', 'approver', 'issuer', 'back-office', 'supervisor', 'archivist'],
  },
  commutes: true,
  input: z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(600)) }),
  decide: (current, { text }) => {
    const { state } = current;
    const notes = state.notes + 1;
    return acceptCase(
      current,
      { type: 'note-added' },
      { ...state, notes },
      { personal: withText(current.personal, `note/${notes}`, text) },
    );
  },
});
