import * as z from 'zod/mini';
import { legalBasis, limitRule, pauseRule } from '../clock/rule.ts';
import { question } from './question.ts';

const said = z.string().check(z.minLength(1));
const text = z.strictObject({ 'zh-Hant': said, 'zh-Hans': said, en: said });
const id = z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]*$/));

/** Something a customer hands in; every line says who issues it, where, and shows a sample [U2]. */
const document = z.strictObject({
  id,
  name: text,
  issuedBy: text,
  whereToGet: text,
  sample: text,
  /** Asked for only when an answer is one of these; always when left out. */
  requiredIf: z.exactOptional(z.strictObject({ question: z.string(), isOneOf: z.array(z.string()) })),
  mediaTypes: z.array(z.enum(['application/pdf', 'image/jpeg', 'image/png'])).check(z.minLength(1)),
  maxBytes: z.int(),
  /** May follow later on a signed promise (容缺). */
  mayFollow: z.boolean(),
  legalBasis,
});

const checkLine = z.strictObject({ id, text, legalBasis });

const riskRule = z.strictObject({
  id,
  points: z.int(),
  text,
  /** The fact that raises the score: an answer, or a count the system looks up. */
  when: z.union([
    z.strictObject({ question: z.string(), isOneOf: z.array(z.string()) }),
    z.strictObject({ fact: z.string(), atLeast: z.int() }),
  ]),
});

const step = z.strictObject({
  id,
  name: text,
  role: z.enum(['approver', 'issuer', 'back-office']),
  limit: limitRule,
  /** Earlier roles of this case whose persons may not do this step (four eyes). */
  notThePersonWho: z.array(z.enum(['accepted', 'reviewed', 'approved'])),
  /** `decide`: the step that ends the legal clock with an outcome. */
  act: z.enum(['decide', 'make', 'issue']),
});

/** A service of the catalogue: everything that differs between matters is data with a legal basis. */
export const service = z.strictObject({
  id,
  names: text,
  summary: text,
  /** Everyday words a stranger would type [U3]. */
  everydayWords: z.array(z.string()).check(z.minLength(1)),
  /** Date on which the facts were checked against the law in force; null = sample, not for prod. */
  verifiedOn: z.nullable(z.string()),
  legalBasis: z.array(legalBasis).check(z.minLength(1)),
  whoMayApply: text,
  howItGoes: z.array(text).check(z.minLength(1)),
  trips: z.int(),
  channels: z.array(z.enum(['online', 'hall'])).check(z.minLength(1)),
  onlineOnlyBasis: z.exactOptional(legalBasis),
  fee: z.strictObject({ cents: z.int(), text, legalBasis }),
  hotline: z.string(),
  competentAuthority: text,
  assurance: z.strictObject({
    submit: z.enum(['contact', 'checked']),
    collect: z.enum(['contact', 'checked']),
  }),
  form: z.strictObject({
    pages: z
      .array(z.strictObject({ id, title: text, questions: z.array(question).check(z.minLength(1)) }))
      .check(z.minLength(1)),
  }),
  documents: z.array(document),
  mostFiles: z.int(),
  acceptanceChecklist: z.array(checkLine),
  reviewChecklist: z.array(checkLine).check(z.minLength(1)),
  risk: z.strictObject({ rules: z.array(riskRule), normalFrom: z.int(), enhancedFrom: z.int() }),
  limits: z.strictObject({
    statutory: limitRule,
    promised: limitRule,
    notice: z.exactOptional(limitRule),
    answer: limitRule,
    extension: z.exactOptional(z.strictObject({ amount: z.int(), legalBasis })),
  }),
  deemedAcceptance: z.exactOptional(legalBasis),
  pauses: z.array(pauseRule),
  review: z.strictObject({ limit: limitRule, notThePersonWho: z.array(z.enum(['accepted'])) }),
  steps: z.array(step).check(z.minLength(1)),
  result: z.strictObject({
    template: z.string(),
    title: text,
    numberSeries: z.strictObject({ id, prefix: z.string(), digits: z.int() }),
    /** Answers printed on the certificate, in order. */
    fields: z.array(z.strictObject({ question: z.string(), label: text })),
    issuedBy: text,
    validityMonths: z.nullable(z.int()),
    published: z.array(z.string()),
    legalBasis,
  }),
  pickUp: z.strictObject({
    place: text,
    hours: text,
    bring: text,
    keepDays: z.int(),
  }),
  remedy: z.strictObject({ body: text, days: z.int(), legalBasis }),
  retention: z.strictObject({
    years: z.nullable(z.int()),
    listApprovedBy: z.nullable(z.string()),
    legalBasis,
  }),
  greenChannel: z.boolean(),
});

export type Service = z.infer<typeof service>;
export type ServiceDocument = Service['documents'][number];
export type ServiceStep = Service['steps'][number];
