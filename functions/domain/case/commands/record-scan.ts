import * as z from 'zod/mini';
import { accept, refuse } from '../../refusal.ts';
import { defineCommand } from '../define-command.ts';
import { nextCase } from '../next-case.ts';

/** What inspection found in an uploaded file; nothing that is not clean is ever opened by staff. [7.1.2] */
export const recordScan = defineCommand({
  command: 'record-scan',
  from: [
    'draft',
    'submitted',
    'awaiting-supplement',
    'in-review',
    'returned',
    'awaiting-correction',
    'in-handling',
    'result-ready',
    'awaiting-collection',
    'closed',
  ],
  to: [],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({
    fileId: z.string(),
    scan: z.enum(['clean', 'refused']),
    scanReason: z.exactOptional(z.string()),
    sha256: z.exactOptional(z.string()),
    cleanVersion: z.exactOptional(z.string()),
  }),
  decide: (current, { fileId, ...found }) => {
    const { state } = current;
    if (!state.files.some((file) => file.fileId === fileId)) return refuse('file-not-there');
    const files = state.files.map((file) => (file.fileId === fileId ? { ...file, ...found } : file));
    return accept(nextCase(current, { type: 'file-scanned', fileId, scan: found.scan }, { ...state, files }));
  },
});
