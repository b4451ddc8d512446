import * as z from 'zod/mini';
import { legalBasis, limitRule, pauseRule } from '../clock/rule.ts';
import { OUTCOMES } from '../outcomes.ts';
import { condition, question } from './question.ts';

const said = z.string().check(z.minLength(1));
const text = z.strictObject({ 'zh-Hant': said, 'zh-Hans': said, en: said });
const id = z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]*$/));
const date = z.iso.date();
const atLeast = (least: number) => z.int().check(z.minimum(least));

/** Something a customer hands in; every line says who issues it, where, and shows a sample [U2]. */
const document = z.strictObject({
  id,
  name: text,
  issuedBy: text,
  whereToGet: text,
  sample: text,
  /** Asked for only when an answer is one of these; always when left out. */
  requiredIf: z.exactOptional(condition),
  mediaTypes: z.array(z.enum(['application/pdf', 'image/jpeg', 'image/png'])).check(z.minLength(1)),
  maxBytes: atLeast(1),
  /** May follow later on a signed promise (容缺). */
  mayFollow: z.boolean(),
  legalBasis,
});

const checkLine = z.strictObject({ id, text, legalBasis });

const riskRule = z.strictObject({
  id,
  points: atLeast(1),
  text,
  /** The fact that raises the score: an answer, or a count the system looks up. */
  when: z.union([condition, z.strictObject({ fact: z.string(), atLeast: atLeast(1) })]),
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

const retentionRule = z.strictObject({
  outcomes: z.array(z.enum(OUTCOMES)).check(z.minLength(1)),
  /** Null: kept for ever. */
  years: z.nullable(atLeast(1)),
  legalBasis,
});

/** A service of the catalogue: everything that differs between matters is data with a legal basis. */
export const service = z.strictObject({
  id,
  names: text,
  summary: text,
  /** Everyday words a stranger would type [U3]. */
  everydayWords: z.array(z.string()).check(z.minLength(1)),
  /** Date on which the facts were checked against the law in force; null = sample, not for prod. */
  verifiedOn: z.nullable(date),
  legalBasis: z.array(legalBasis).check(z.minLength(1)),
  whoMayApply: text,
  howItGoes: z.array(text).check(z.minLength(1)),
  /** Visits to the hall that somebody must make whom no officer has met before [U21]. */
  trips: atLeast(0),
  channels: z.array(z.enum(['online', 'hall'])).check(z.minLength(1)),
  onlineOnlyBasis: z.exactOptional(legalBasis),
  fee: z.strictObject({ cents: atLeast(0), text, legalBasis }),
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
  /** Weighed before something sensitive is asked; kept three years (個人信息保護法 §55, §56). */
  impactAssessment: z.exactOptional(z.strictObject({ reference: said, doneOn: date })),
  documents: z.array(document),
  mostFiles: atLeast(1),
  acceptanceChecklist: z.array(checkLine),
  reviewChecklist: z.array(checkLine).check(z.minLength(1)),
  risk: z.strictObject({ rules: z.array(riskRule), normalFrom: atLeast(1), enhancedFrom: atLeast(1) }),
  limits: z.strictObject({
    statutory: limitRule,
    promised: limitRule,
    notice: z.exactOptional(limitRule),
    answer: limitRule,
    extension: z.exactOptional(z.strictObject({ amount: atLeast(1), legalBasis })),
  }),
  deemedAcceptance: z.exactOptional(legalBasis),
  pauses: z.array(pauseRule),
  review: z.strictObject({ limit: limitRule, notThePersonWho: z.array(z.enum(['accepted'])) }),
  steps: z.array(step).check(z.minLength(1)),
  result: z.strictObject({
    template: z.string(),
    title: text,
    numberSeries: z.strictObject({ id, prefix: z.string(), digits: atLeast(1) }),
    /** Answers printed on the certificate, in order. */
    fields: z.array(z.strictObject({ question: z.string(), label: text })),
    issuedBy: text,
    validityMonths: z.nullable(atLeast(1)),
    /** Answers that the public register of results shows. */
    published: z.array(z.string()),
    legalBasis,
  }),
  pickUp: z.strictObject({
    place: text,
    hours: text,
    bring: text,
    keepDays: atLeast(1),
  }),
  remedy: z.strictObject({
    body: text,
    days: atLeast(1),
    legalBasis,
    litigation: z.exactOptional(z.strictObject({ body: text, months: atLeast(1), legalBasis })),
  }),
  retention: z.strictObject({
    /** Which archives authority approved the list that says so, and when; null while it has not. */
    listApprovedBy: z.nullable(z.string()),
    /** By how the case ended; counted from the first day of the year after it was closed. */
    rules: z.array(retentionRule).check(z.minLength(1)),
  }),
  greenChannel: z.boolean(),
});

export type Service = z.infer<typeof service>;
export type ServiceDocument = Service['documents'][number];
