import type { Answers } from './answers.ts';
import type { Question } from './question.ts';
import type { Service } from './service.ts';

export function allQuestions({ form }: Pick<Service, 'form'>): readonly Question[] {
  return form.pages.flatMap(({ questions }) => questions);
}

/** The questions asked, given the answers so far: a question whose condition is not met is neither asked nor kept. */
export function visibleQuestions(service: Pick<Service, 'form'>, answers: Answers): readonly Question[] {
  return allQuestions(service).filter(({ showIf }) => showIf === undefined || meets(answers, showIf));
}

export function meets(
  answers: Answers,
  { question, isOneOf }: { readonly question: string; readonly isOneOf: readonly string[] },
): boolean {
  const answer = answers[question];
  const given = Array.isArray(answer) ? answer : [answer];
  return given.some((one) => typeof one === 'string' && isOneOf.includes(one));
}
