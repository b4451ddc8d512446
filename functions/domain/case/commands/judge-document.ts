import * as z from 'zod/mini';
import { requiredDocuments } from '../../catalogue/required-documents.ts';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { acceptCase, withText } from '../next-case.ts';
import { type CaseFile, DOCUMENT_VERDICTS } from '../state.ts';

export const DOCUMENT_REASONS = [
  'not-handed-in',
  'unreadable',
  'pages-missing',
  'wrong-document',
  'not-signed',
  'expired',
  'does-not-match-answers',
  'other-proof-accepted',
  'needs-verification',
] as const;

/**
 * The officer gives each paper a verdict, with a typed reason where it is not in order. What is not in order is
 * collected as a deficiency that the customer does not see before the one notice is sent. [2.1.2] [3.2.2]
 */
export const judgeDocument = defineCommand({
  command: 'judge-document',
  from: ['submitted'],
  to: ['submitted'],
  by: { kind: 'staff', roles: ['acceptance-officer'] },
  input: z.strictObject({
    documentId: z.string(),
    verdict: z.enum(DOCUMENT_VERDICTS),
    reason: z.exactOptional(z.enum(DOCUMENT_REASONS)),
    text: z.exactOptional(z.string().check(z.maxLength(300))),
  }),
  decide: (current, { documentId, verdict, reason, text }, { reference }) => {
    const { state, personal } = current;
    const required = requiredDocuments(reference.service, personal.answers);
    if (!required.some(({ id }) => id === documentId)) return refuse('unknown-document');
    if (verdict !== 'ok' && reason === undefined) return refuse('reason-missing');
    if (verdict === 'ok' && !hasCleanFile(state, documentId)) return refuse('no-clean-file');
    const inOrder = verdict === 'ok' || verdict === 'proved-otherwise';
    const itemId = `document-${documentId}`;
    const others = state.deficiencies.filter((one) => one.itemId !== itemId);
    const verdicts = state.verdicts.filter((one) => one.documentId !== documentId);
    return acceptCase(
      current,
      { type: 'document-judged', documentId, verdict },
      {
        ...state,
        verdicts: [...verdicts, { documentId, verdict, ...(reason && { reason }) }],
        deficiencies: inOrder
          ? others
          : [...others, { itemId, about: 'document', target: documentId, reason: reason ?? verdict }],
      },
      { personal: withText(personal, `deficiency/${itemId}`, text) },
    );
  },
});

/** Whether this paper came in a file that may be opened. */
export function hasCleanFile(
  { files }: { readonly files: readonly CaseFile[] },
  documentId: string,
): boolean {
  return files.some((file) => file.documentId === documentId && file.scan === 'clean');
}
