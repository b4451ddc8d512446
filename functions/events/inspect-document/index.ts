/**
 * Triggered by an upload that was confirmed (bus → queue), and by the scanner's verdict on AWS. Either may come twice
 * or in either order: the finding is a note on the case under a key of the file's version, so a second changes nothing.
 * A verdict is taken in a passive region too: the log cannot give it again.
 */
import * as z from 'zod/mini';
import { configured } from '../../config.ts';
import { makeDocuments } from '../../container/files.ts';
import { makeKernel } from '../../container/kernel.ts';
import { inspectDocument } from '../../use-cases/documents/inspect-document.ts';
import { handleQueue } from '../handle-queue.ts';
import { readVerdict } from './read-verdict.ts';

const { activeRegion, kernel, references, sha256 } = makeKernel();
const malwareScan = configured('malwareScan') === 'guardduty' ? 'guardduty' : 'content-check';
const inspecting = { kernel, references, sha256, documents: makeDocuments(), malwareScan } as const;
const uploaded = z.object({ detail: z.object({ caseId: z.string(), fileId: z.string() }) });

export const handler = handleQueue(
  { completed: 'INSPECT_DOCUMENT_COMPLETED', failed: 'INSPECT_DOCUMENT_FAILED' },
  async (event, now) => {
    const verdict = readVerdict(event);
    if (verdict === undefined && !(await activeRegion.mayAct(now))) return 'passive';
    return inspectDocument(inspecting, verdict ?? uploaded.parse(event).detail, now);
  },
);
