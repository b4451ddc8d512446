/**
 * What can be wrong with an answer. The words are `problem.<kind>`, the same beside the field and in the summary [U8];
 * their `{least}` and `{most}` are characters, items, or years of age.
 */
export const PROBLEM_KINDS = [
  'required',
  'not-declared',
  'not-understood',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'not-a-choice',
  'not-a-date',
  'date-before-today',
  'not-an-email',
  'not-a-mobile',
  'national-id-wrong-length',
  'national-id-wrong-characters',
  'national-id-wrong-birth-date',
  'national-id-wrong-check',
  'too-young',
] as const;

export type ProblemKind = (typeof PROBLEM_KINDS)[number];
