import * as z from 'zod/mini';
import { CASE_STATUSES, OUTCOMES } from '../../domain/case/state.ts';
import { LANGUAGES } from '../../domain/language.ts';

export const language = z.enum(LANGUAGES);
const text = z.string();
export const localized = z.object({ 'zh-Hant': text, 'zh-Hans': text, en: text });
export const id = z.string().check(z.maxLength(80), z.regex(/^[\w.~-]+$/));
export const cursor = z.exactOptional(z.string().check(z.maxLength(1000)));
export const paged = z.strictObject({ cursor });
export const ofCase = z.strictObject({ caseId: id });
export const ofFile = z.strictObject({ caseId: id, fileId: id });
export const ofCommand = z.strictObject({
  caseId: id,
  command: z.string().check(z.maxLength(40), z.regex(/^[a-z-]+$/)),
});
export const nothing = z.object({});

/** A command's form beside the version that was seen; the form is checked by the command's own schema. */
export const commandBody = z.looseObject({ seenVersion: z.int() });
export const versionAnswer = z.object({ version: z.int() });

export const status = z.enum(CASE_STATUSES);
export const outcome = z.exactOptional(z.enum(OUTCOMES));
export const phase = z.enum(['draft', 'intake', 'review', 'handling', 'notification', 'archive']);
export const whoseTurn = z.enum([
  'customer',
  'acceptance-officer',
  'reviewer',
  'step-owner',
  'counter',
  'system',
  'archivist',
]);

export function pageOf<Item extends z.ZodMiniType>(item: Item) {
  return z.object({ items: z.array(item), cursor: z.exactOptional(z.string()) });
}

export const clock = z.object({
  statutory: z.string(),
  promised: z.string(),
  binding: z.enum(['statutory', 'promised']),
  dueAt: z.string(),
  dueDate: z.string(),
  provisional: z.boolean(),
  colour: z.enum(['green', 'yellow', 'red']),
  /** Why this date, a sentence a line, in the language asked for. */
  trace: z.array(z.string()),
});

const answer = z.union([
  z.string().check(z.maxLength(2000)),
  z.boolean(),
  z.array(z.string().check(z.maxLength(200))),
  z.array(z.record(z.string(), z.string().check(z.maxLength(200)))),
]);
export const answers = z.record(z.string().check(z.maxLength(60)), answer);

export const explained = z.object({
  command: z.string(),
  open: z.boolean(),
  /** Why it is closed, and what would open it, in the language asked for. */
  why: z.exactOptional(z.string()),
  next: z.exactOptional(z.string()),
});

export const tokens = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.string() });
export const card = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Where to send the browser, and what the tab keeps until it is back. */
export const awayAtProvider = z.object({ address: z.string(), session: z.string() });
/** What was kept, and what the provider sent back with the browser. */
export const providerAnswer = z.strictObject({
  session: z.string().check(z.maxLength(400)),
  state: z.string().check(z.maxLength(100)),
  code: z.string().check(z.maxLength(2000)),
});
