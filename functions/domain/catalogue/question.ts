import * as z from 'zod/mini';

const said = z.string().check(z.minLength(1));
const text = z.strictObject({ 'zh-Hant': said, 'zh-Hans': said, en: said });

const common = {
  id: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]*$/)),
  label: text,
  hint: z.exactOptional(text),
  optional: z.exactOptional(z.boolean()),
  /** Identifies or describes a person: sealed, masked in lists. All answers are sealed; this one is never shown in lists. */
  personal: z.exactOptional(z.boolean()),
  /** Asked only when another answer is one of these. */
  showIf: z.exactOptional(z.strictObject({ question: z.string(), isOneOf: z.array(z.string()) })),
};

const choices = z.array(
  z.strictObject({ value: z.string(), text, needsLicence: z.exactOptional(z.boolean()) }),
);

const simple = [
  z.strictObject({
    ...common,
    type: z.enum(['text', 'long-text', 'address', 'name']),
    minLength: z.int(),
    maxLength: z.int(),
  }),
  z.strictObject({ ...common, type: z.enum(['national-id', 'mobile', 'email', 'declaration']) }),
  z.strictObject({ ...common, type: z.literal('choice'), choices }),
  z.strictObject({ ...common, type: z.literal('choices'), choices, least: z.int(), most: z.int() }),
  z.strictObject({ ...common, type: z.literal('date'), notBefore: z.exactOptional(z.enum(['today'])) }),
] as const;

/** One thing asked. Its type says how it is entered, normalised and checked; a list repeats simple questions. */
export const question = z.discriminatedUnion('type', [
  ...simple,
  z.strictObject({
    ...common,
    type: z.literal('list'),
    least: z.int(),
    most: z.int(),
    of: z.array(z.discriminatedUnion('type', [...simple])).check(z.minLength(1)),
  }),
]);

export type Question = z.infer<typeof question>;
export type SimpleQuestion = Exclude<Question, { type: 'list' }>;
