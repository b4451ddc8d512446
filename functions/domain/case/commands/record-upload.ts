import * as z from 'zod/mini';
import { refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { expiryRefusal } from '../draft-expiry.ts';
import { acceptCase } from '../next-case.ts';

/** The customer's file has arrived in quarantine: its version is pinned and its content is inspected. [3.2.1] */
export const recordUpload = defineCommand({
  command: 'record-upload',
  from: ['draft', 'awaiting-supplement', 'awaiting-correction'],
  to: [],
  by: { kind: 'customer' },
  commutes: true,
  closed: ({ state }) => expiryRefusal(state),
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
    if (
      state.status !== 'draft' &&
      !state.deficiencies.some(({ target }) => target === uploaded.documentId)
    ) {
      return refuse('document-not-asked-for');
    }
    if (uploaded.bytes === 0) return refuse('file-empty');
    if (uploaded.bytes > document.maxBytes) return refuse('file-too-large', { mostBytes: document.maxBytes });
    if (!document.mediaTypes.some((type) => type === uploaded.mediaType)) return refuse('file-wrong-type');
    if (state.files.length >= service.mostFiles) return refuse('too-many-files', { most: service.mostFiles });
    if (state.files.some(({ fileId }) => fileId === uploaded.fileId)) return refuse('file-already-there');
    const files = [...state.files, { ...uploaded, uploadedAt: now, scan: 'checking' as const }];
    return acceptCase(
      current,
      { type: 'document-uploaded', fileId: uploaded.fileId },
      { ...state, files },
      { personal: { ...personal, fileNames: { ...personal.fileNames, [uploaded.fileId]: fileName } } },
    );
  },
});
