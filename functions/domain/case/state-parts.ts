import * as z from 'zod/mini';
import { limitRule } from '../clock/rule.ts';
import { OUTCOMES } from '../outcomes.ts';

export const fields = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape);
export const date = z.string();
export const personId = z.string();

/** Who did something, for four eyes: the person, and whom they acted for. */
export const doer = fields({ personId, onBehalfOf: z.exactOptional(personId) });
export type Doer = z.infer<typeof doer>;

export const DOCUMENT_VERDICTS = [
  'ok',
  'missing',
  'wrong',
  'invalid',
  'doubtful',
  'proved-otherwise',
] as const;

export const file = fields({
  fileId: z.string(),
  documentId: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  objectVersion: z.string(),
  uploadedAt: date,
  scan: z.enum(['checking', 'clean', 'refused']),
  scanReason: z.exactOptional(z.string()),
  sha256: z.exactOptional(z.string()),
  /** The version that was released when it was found clean: what is opened and filed is that one, whatever came after. */
  cleanVersion: z.exactOptional(z.string()),
});
export type CaseFile = z.infer<typeof file>;

/** Something missing or wrong, kept unseen by the customer until the one notice is sent. */
export const deficiency = fields({
  itemId: z.string(),
  about: z.enum(['document', 'question']),
  target: z.string(),
  reason: z.string(),
  answered: z.exactOptional(z.boolean()),
  /** Files of this paper that were there when it was found wrong: they are no answer. */
  had: z.exactOptional(z.array(z.string())),
});
export type Deficiency = z.infer<typeof deficiency>;

export const verdict = fields({
  documentId: z.string(),
  verdict: z.enum(DOCUMENT_VERDICTS),
  reason: z.exactOptional(z.string()),
});
export const finding = fields({ lineId: z.string(), finding: z.enum(['met', 'not-met', 'not-applicable']) });
export const failedLine = fields({ lineId: z.string(), reason: z.string(), cure: z.string() });

const pause = fields({
  type: z.string(),
  stops: z.array(z.enum(['statutory', 'promised'])),
  from: date,
  to: z.exactOptional(date),
  capWorkingDays: z.exactOptional(z.int()),
  resume: z.enum(['continue', 'reset']),
});

export const clock = fields({
  facts: fields({
    statutory: limitRule,
    promised: limitRule,
    receivedAt: date,
    channel: z.enum(['online', 'hall']),
    pauses: z.array(pause),
    extensions: z.array(fields({ amount: z.int(), reason: z.string() })),
    stoppedAt: z.exactOptional(date),
  }),
  dueAt: date,
  dueDate: date,
  warnAt: date,
  provisional: z.boolean(),
  /** The calendar the dates were made with: a newer one recomputes them. */
  calendarVersion: z.int(),
});
export type CaseClock = z.infer<typeof clock>;

export const risk = fields({
  points: z.int(),
  reasons: z.array(z.string()),
  path: z.enum(['simple', 'normal', 'enhanced']),
});

export const step = fields({
  stepId: z.string(),
  act: z.enum(['decide', 'make', 'issue']),
  role: z.string(),
  owner: fields({ personId: z.exactOptional(personId), queue: z.string() }),
  openedAt: date,
  dueAt: date,
});

export const doneStep = fields({ stepId: z.string(), at: date, by: doer });

export const outcome = z.enum(OUTCOMES);

/** A record that must be kept whatever its retention says, and why; the text is in the personal part. */
export const HOLD_REASONS = ['lawsuit', 'appeal', 'investigation', 'audit', 'other'] as const;
export const hold = fields({ since: date, reason: z.enum(HOLD_REASONS), by: doer });

export const certificate = fields({ certificateId: z.string(), number: z.string(), sha256: z.string() });
