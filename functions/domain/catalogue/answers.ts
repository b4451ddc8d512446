/** What a customer answered, by question id: text, a tick, several choices, or entries of a list. */
export type Answer = string | boolean | readonly string[] | readonly Readonly<Record<string, string>>[];
export type Answers = Readonly<Record<string, Answer>>;

/** A problem with one answer. `path` is the question id, for lists `members/0/name`; `kind` finds the words. */
export interface AnswerProblem {
  readonly path: string;
  readonly kind: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}
