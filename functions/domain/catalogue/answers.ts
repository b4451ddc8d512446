import type { ProblemKind } from './problems.ts';

/** What a customer answered, by question id: text, a tick, several choices, or entries of a list. */
export type Answer = string | boolean | readonly string[] | readonly Readonly<Record<string, string>>[];
export type Answers = Readonly<Record<string, Answer>>;

/** The answer to a question; never what every object has, for a question may be called `constructor`. */
export function answerTo(answers: Answers, questionId: string): Answer | undefined {
  return Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
}

/**
 * A problem with one answer. `path` is the question id, for lists `members/0/name`; `kind` finds the words and `facts`
 * fill them. Facts never repeat what was typed.
 */
export interface AnswerProblem {
  readonly path: string;
  readonly kind: ProblemKind;
  readonly facts?: Readonly<Record<string, string | number>>;
}
