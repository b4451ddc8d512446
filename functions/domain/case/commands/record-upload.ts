import * as z from 'zod/mini';
import { type Refusal, refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { expiryRefusal } from '../draft-expiry.ts';
import { acceptCase } from '../next-case.ts';
import type { CaseState } from '../state.ts';
import { isLost } from './ask-for-file.ts';

/**
 * The customer's file has arrived in quarantine: its version is pinned and its content is inspected. [3.2.1] One that takes
 * the place of a file lost by us is taken in any status before the decision.
 */
export const recordUpload = defineCommand({
  command: 'record-upload',
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
  by: { kind: 'customer' },
  commutes: true,
  closed: ({ state }) => expiryRefusal(state) ?? notAskedFor(state),
  input: z.strictObject({
    fileId: z.string().check(z.maxLength(40)),
    documentId: z.string().check(z.maxLength(60)),
    fileName: z.string().check(z.minLength(1), z.maxLength(200)),
    bytes: z.int(),
    mediaType: z.string(),
    objectVersion: z.string(),
  }),
  decide: (current, { fileName, ...uploaded }, { now, reference: { service } }) => {
    const { state, personal } = current;
    const document = service.documents.find(({ id }) => id === uploaded.documentId);
    if (document === undefined) return refuse('unknown-document');
    const before = state.files.filter((file) => !(isLost(file) && file.documentId === uploaded.documentId));
    const replaces = before.length < state.files.length;
    if (!replaces && !takes(state, uploaded.documentId)) return refuse('document-not-asked-for');
    if (uploaded.bytes === 0) return refuse('file-empty');
    if (uploaded.bytes > document.maxBytes) return refuse('file-too-large', { mostBytes: document.maxBytes });
    if (!document.mediaTypes.some((type) => type === uploaded.mediaType)) return refuse('file-wrong-type');
    if (before.length >= service.mostFiles) return refuse('too-many-files', { most: service.mostFiles });
    if (state.files.some(({ fileId }) => fileId === uploaded.fileId)) return refuse('file-already-there');
    const files = [...before, { ...uploaded, uploadedAt: now, scan: 'checking' as const }];
    return acceptCase(
      current,
      { type: 'document-uploaded', fileId: uploaded.fileId },
      { ...state, files },
      { personal: { ...personal, fileNames: { ...personal.fileNames, [uploaded.fileId]: fileName } } },
    );
  },
});

/** A draft takes every paper; later only what was asked for. */
function takes(state: CaseState, documentId: string): boolean {
  if (state.status === 'draft') return true;
  const waits = state.status === 'awaiting-supplement' || state.status === 'awaiting-correction';
  return waits && state.deficiencies.some(({ target }) => target === documentId);
}

function notAskedFor(state: CaseState): Refusal | undefined {
  const waits = ['draft', 'awaiting-supplement', 'awaiting-correction'].includes(state.status);
  return waits || state.files.some(isLost) ? undefined : { kind: 'document-not-asked-for' };
}
