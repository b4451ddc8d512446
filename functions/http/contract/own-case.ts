import * as z from 'zod/mini';
import { answers, clock, explained, outcome, phase, status, whoseTurn } from './shared.ts';

const file = z.object({
  fileId: z.string(),
  documentId: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  state: z.enum(['checking', 'clean', 'refused']),
  why: z.exactOptional(z.string()),
});

const noticeItem = z.object({
  itemId: z.string(),
  documentId: z.exactOptional(z.string()),
  questionId: z.exactOptional(z.string()),
  reason: z.string(),
  text: z.string(),
  /** A paper that came after it was asked for; one that was found wrong is no answer. */
  hasNewFile: z.exactOptional(z.boolean()),
});

/** One's own case, whole. */
export const ownCase = z.object({
  caseId: z.string(),
  version: z.int(),
  status,
  outcome,
  phase,
  whoseTurn,
  service: z.object({ id: z.string(), version: z.int() }),
  draft: z.exactOptional(z.object({ revision: z.int(), answers, keptUntil: z.exactOptional(z.string()) })),
  answers: z.exactOptional(answers),
  documents: z.array(file),
  clock: z.exactOptional(clock),
  /** Before the clock runs: by when the papers are checked, and why by then. */
  checkedBy: z.exactOptional(z.string()),
  why: z.exactOptional(z.array(z.string())),
  receipt: z.exactOptional(
    z.object({ number: z.string(), receivedAt: z.string(), checkedBy: z.string(), why: z.array(z.string()) }),
  ),
  notice: z.exactOptional(
    z.object({ items: z.array(noticeItem), respondBy: z.string(), consequence: z.string() }),
  ),
  certificate: z.exactOptional(z.object({ number: z.string() })),
  pickUp: z.exactOptional(z.object({ keepUntil: z.string() })),
  decision: z.exactOptional(
    z.object({
      decidedOn: z.string(),
      ground: z.exactOptional(z.string()),
      article: z.exactOptional(z.string()),
      remedyBy: z.exactOptional(z.string()),
    }),
  ),
  /** Uploads were checked by content only: no malware scanner is configured here. */
  contentChecked: z.boolean(),
  commands: z.array(explained),
});
