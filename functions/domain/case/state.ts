import * as z from 'zod/mini';
import { LANGUAGES } from '../language.ts';
import {
  certificate,
  clock,
  date,
  deficiency,
  doer,
  doneStep,
  failedLine,
  fields,
  file,
  finding,
  hold,
  outcome,
  personId,
  risk,
  step,
  verdict,
} from './state-parts.ts';

export { OUTCOMES, type Outcome } from '../outcomes.ts';
export {
  type CaseClock,
  type CaseFile,
  type Deficiency,
  DOCUMENT_VERDICTS,
  type Doer,
} from './state-parts.ts';

/** Every status has these. */
const always = {
  service: fields({ id: z.string(), version: z.int() }),
  customerId: personId,
  language: z.enum(LANGUAGES),
  files: z.array(file),
  /** Version at which the present stage of the workflow was entered. */
  visit: z.int(),
  /** Codes of what the workflow or an officer noted; texts are in the personal part. */
  notes: z.int(),
};

/** Every status after submission has these too. */
const submitted = {
  ...always,
  receiptNumber: z.string(),
  submittedAt: date,
  draftRevision: z.int(),
  channel: z.enum(['online', 'hall']),
  maskedName: z.string(),
  finders: z.array(fields({ field: z.string(), value: z.string() })),
  contacts: fields({ mail: z.boolean(), sms: z.boolean() }),
  delivery: z.string(),
  identityChecked: z.boolean(),
  checked: z.boolean(),
  risk: z.exactOptional(risk),
  notices: z.int(),
  accepted: z.exactOptional(doer),
  reviewed: z.exactOptional(doer),
  /** Who signed first where the score asks for a second reviewer [2.2.2]. */
  firstReviewed: z.exactOptional(doer),
  approved: z.exactOptional(doer),
  /** Whoever gave the case back as its reviewer, or had it taken from them: it is not given to them again. */
  notAgain: z.exactOptional(z.array(personId)),
  /** Colleagues who are a related party: the case is hidden from them. */
  recused: z.exactOptional(z.array(personId)),
  /** Kept whatever its retention says; no destruction while it stands. [6.3.2] */
  hold: z.exactOptional(hold),
  clock: z.exactOptional(clock),
};

const examined = { ...submitted, accepted: doer, clock };
const reviewing = {
  ...examined,
  reviewer: z.exactOptional(fields({ personId, why: z.array(z.string()), assignedAt: date })),
  findings: z.array(finding),
  reviewDueAt: date,
};
const ended = { ...submitted, outcome, endedAt: date, certificate: z.exactOptional(certificate) };

export const caseState = z.discriminatedUnion('status', [
  fields({ status: z.literal('draft'), ...always, keptUntil: z.exactOptional(date) }),
  fields({
    status: z.literal('submitted'),
    ...submitted,
    verdicts: z.array(verdict),
    deficiencies: z.array(deficiency),
    noticeDueAt: z.exactOptional(date),
    /** By when the officer has promised to look at it. */
    checkBy: z.exactOptional(date),
    /** When the answer to a notice came: what was not whole before is received then. */
    receivedAgainAt: z.exactOptional(date),
  }),
  fields({
    status: z.literal('awaiting-supplement'),
    ...submitted,
    verdicts: z.array(verdict),
    deficiencies: z.array(deficiency),
    respondBy: date,
    respondByAt: date,
  }),
  fields({ status: z.literal('in-review'), ...reviewing }),
  fields({
    status: z.literal('returned'),
    ...reviewing,
    failedLines: z.array(failedLine),
    answerDueAt: date,
  }),
  fields({
    status: z.literal('awaiting-correction'),
    ...reviewing,
    failedLines: z.array(failedLine),
    deficiencies: z.array(deficiency),
    respondBy: date,
    respondByAt: date,
  }),
  fields({
    status: z.literal('in-handling'),
    ...examined,
    reviewed: doer,
    opinionHash: z.string(),
    outcome: z.exactOptional(outcome),
    step: z.exactOptional(step),
    done: z.array(doneStep),
    certificate: z.exactOptional(certificate),
    /** Why the certificate could not be made; a person settles it and has it made again. */
    held: z.exactOptional(z.enum(['glyph-missing'])),
  }),
  fields({
    status: z.literal('result-ready'),
    ...ended,
    told: z.array(fields({ channel: z.string(), outcome: z.enum(['sent', 'delivered', 'failed']) })),
    tellingSince: z.exactOptional(date),
    callOpen: z.boolean(),
  }),
  fields({
    status: z.literal('awaiting-collection'),
    ...ended,
    keepUntil: date,
    keepUntilAt: date,
    uncollected: z.boolean(),
  }),
  fields({ status: z.literal('closed'), ...ended, closedAt: date, fileBy: date }),
  fields({
    status: z.literal('archived'),
    ...ended,
    closedAt: date,
    archivedAt: date,
    manifestSha256: z.string(),
    /** First day on which it may be destroyed; null: never. Cases filed before the rules were data have none. */
    retainUntil: z.exactOptional(z.nullable(date)),
    /** By which list it was destroyed: what was sealed can be opened no more. [6.4.2] */
    destroyed: z.exactOptional(fields({ at: date, listId: z.string() })),
  }),
]);

export type CaseState = z.infer<typeof caseState>;
export type CaseStatus = CaseState['status'];
export type CaseIn<Status extends CaseStatus> = Extract<CaseState, { status: Status }>;

export const CASE_STATUSES = [
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
  'archived',
] as const satisfies readonly CaseStatus[];

const entry = z.record(z.string(), z.string());

/** What is sealed: answers, names of files, everything a person wrote. */
export const casePersonal = fields({
  answers: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string()), z.array(entry)])),
  fileNames: entry,
  /** Free texts by what they belong to: `deficiency/<itemId>`, `decision`, `opinion`, `note/<n>` … */
  texts: entry,
});
export type CasePersonal = z.infer<typeof casePersonal>;
/** What is left of it once the record was destroyed. */
export const NOTHING_PERSONAL: CasePersonal = { answers: {}, fileNames: {}, texts: {} };

export const caseEvent = z.looseObject({ type: z.string() });
export type CaseEvent = z.infer<typeof caseEvent>;
