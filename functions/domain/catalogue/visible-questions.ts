import { type Answers, answerTo } from './answers.ts';
import type { Condition, Question } from './question.ts';
import type { Service } from './service.ts';

export function allQuestions({ form }: Pick<Service, 'form'>): readonly Question[] {
  return form.pages.flatMap(({ questions }) => questions);
}

/**
 * The questions asked, given the answers so far: a question whose condition is not met is neither asked nor kept, and
 * what was once answered to a question that is asked no longer meets no condition. Conditions look back in the form.
 */
export function visibleQuestions(service: Pick<Service, 'form'>, answers: Answers): readonly Question[] {
  const asked = new Set<string>();
  return allQuestions(service).filter(({ id, showIf }) => {
    const isAsked = showIf === undefined || (asked.has(showIf.question) && meets(answers, showIf));
    if (isAsked) asked.add(id);
    return isAsked;
  });
}

/** Whether the answer, or one of several chosen, is one of those the condition names. */
export function meets(answers: Answers, { question, isOneOf }: Condition): boolean {
  const answer = answerTo(answers, question);
  const given = Array.isArray(answer) ? answer : [answer];
  return given.some((one) => typeof one === 'string' && isOneOf.includes(one));
}
