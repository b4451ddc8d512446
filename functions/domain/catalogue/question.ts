import * as z from 'zod/mini';

const said = z.string().check(z.minLength(1));
const text = z.strictObject({ 'zh-Hant': said, 'zh-Hans': said, en: said });

/** Met when the answer to a question, or one of several chosen, is one of these. */
export const condition = z.strictObject({
  question: z.string(),
  isOneOf: z.array(z.string()).check(z.minLength(1)),
});
export type Condition = z.infer<typeof condition>;

const count = z.int().check(z.minimum(0));

const common = {
  id: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]*$/)),
  label: text,
  hint: z.exactOptional(text),
  /** What it is needed for; owed to the person for whatever is sensitive (個人信息保護法 §30). */
  whyAsked: z.exactOptional(text),
  optional: z.exactOptional(z.boolean()),
  /** Identifies or describes a person: sealed, masked in lists. All answers are sealed; this one is never shown in lists. */
  personal: z.exactOptional(z.boolean()),
  /** Could harm its person when it leaks (個人信息保護法 §28): not asked without an impact assessment. */
  sensitive: z.exactOptional(z.boolean()),
  /** Asked only when an answer given before meets this. */
  showIf: z.exactOptional(condition),
};

const choices = z
  .array(z.strictObject({ value: z.string(), text, needsLicence: z.exactOptional(z.boolean()) }))
  .check(z.minLength(1));

const simple = [
  z.strictObject({
    ...common,
    type: z.enum(['text', 'long-text', 'address', 'name']),
    /** In characters as people count them, rare ones too. */
    minLength: count,
    maxLength: z.int().check(z.minimum(1)),
  }),
  z.strictObject({
    ...common,
    type: z.literal('national-id'),
    /** Full years of age on the day of applying, by the birth date in the number. */
    minAge: z.exactOptional(count),
  }),
  z.strictObject({ ...common, type: z.enum(['mobile', 'email', 'declaration']) }),
  z.strictObject({ ...common, type: z.literal('choice'), choices }),
  z.strictObject({
    ...common,
    type: z.literal('choices'),
    choices,
    least: count,
    most: z.int().check(z.minimum(1)),
  }),
  z.strictObject({ ...common, type: z.literal('date'), notBefore: z.exactOptional(z.enum(['today'])) }),
] as const;

/** One thing asked. Its type says how it is entered, normalised and checked; a list repeats simple questions. */
export const question = z.discriminatedUnion('type', [
  ...simple,
  z.strictObject({
    ...common,
    type: z.literal('list'),
    least: count,
    most: z.int().check(z.minimum(1)),
    of: z.array(z.discriminatedUnion('type', [...simple])).check(z.minLength(1)),
  }),
]);

export type Question = z.infer<typeof question>;
export type SimpleQuestion = Exclude<Question, { type: 'list' }>;
