import { type Schema, Validator } from '@cfworker/json-schema';
import type { Answer, AnswerProblem, Answers } from './answers.ts';
import { nationalIdProblem } from './numbers.ts';
import type { Question, SimpleQuestion } from './question.ts';
import type { Service } from './service.ts';
import { visibleQuestions } from './visible-questions.ts';

/**
 * What is wrong with answers that were normalised, in the form's order; empty when nothing is. Questions whose
 * condition is not met are not asked. `today` is the local date of the hall.
 */
export function validateAnswers(
  service: Pick<Service, 'form'>,
  answers: Answers,
  today: string,
): readonly AnswerProblem[] {
  return visibleQuestions(service, answers).flatMap((question) =>
    answerProblems(question, answers[question.id], question.id, today),
  );
}

/** The problems of one answer: the same words on the page and at submission. */
export function answerProblems(
  question: Question,
  answer: Answer | undefined,
  path: string,
  today: string,
): readonly AnswerProblem[] {
  if (isEmpty(answer)) {
    const kind = question.type === 'declaration' ? 'not-declared' : 'required';
    return question.optional ? [] : [{ path, kind }];
  }
  if (question.type !== 'list') return simpleProblems(question, answer, path, today);
  if (!Array.isArray(answer)) return [{ path, kind: 'required' }];
  if (answer.length > question.most) return [{ path, kind: 'too-many', facts: { most: question.most } }];
  return answer.flatMap((entry, n) =>
    question.of.flatMap((part) =>
      answerProblems(part, valueAt(entry, part.id), `${path}/${n}/${part.id}`, today),
    ),
  );
}

function valueAt(entry: unknown, id: string): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const value: unknown = Object.entries(entry).find(([key]) => key === id)?.[1];
  return typeof value === 'string' ? value : undefined;
}

function isEmpty(answer: Answer | undefined): boolean {
  return (
    answer === undefined ||
    answer === '' ||
    answer === false ||
    (Array.isArray(answer) && answer.length === 0)
  );
}

function simpleProblems(
  question: SimpleQuestion,
  answer: unknown,
  path: string,
  today: string,
): readonly AnswerProblem[] {
  const { valid, errors } = new Validator(schemaOf(question), '2020-12', true).validate(answer);
  if (!valid) return [{ path, ...wordFor(question, errors[0]?.keyword ?? '') }];
  if (question.type === 'national-id' && typeof answer === 'string') {
    const problem = nationalIdProblem(answer);
    return problem === undefined ? [] : [{ path, kind: `national-id-${problem}` }];
  }
  if (
    question.type === 'date' &&
    question.notBefore === 'today' &&
    typeof answer === 'string' &&
    answer < today
  ) {
    return [{ path, kind: 'date-before-today' }];
  }
  return [];
}

/** The JSON Schema of a question: what the page and the server check alike. */
export function schemaOf(question: SimpleQuestion): Schema {
  switch (question.type) {
    case 'text':
    case 'long-text':
    case 'address':
    case 'name':
      return { type: 'string', minLength: question.minLength, maxLength: question.maxLength };
    case 'national-id':
      return { type: 'string', maxLength: 40 };
    case 'mobile':
      return { type: 'string', pattern: '^\\+[1-9][0-9]{7,14}$' };
    case 'email':
      return { type: 'string', format: 'email', maxLength: 120 };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'choice':
      return { type: 'string', enum: question.choices.map(({ value }) => value) };
    case 'choices':
      return {
        type: 'array',
        items: { enum: question.choices.map(({ value }) => value) },
        minItems: question.least,
        maxItems: question.most,
        uniqueItems: true,
      };
    case 'declaration':
      return { const: true };
  }
}

const WORDS: Readonly<Record<string, string>> = {
  minLength: 'too-short',
  maxLength: 'too-long',
  enum: 'not-a-choice',
  items: 'not-a-choice',
  minItems: 'too-few',
  maxItems: 'too-many',
  pattern: 'not-a-mobile',
  const: 'not-declared',
};

function wordFor(question: SimpleQuestion, keyword: string): Omit<AnswerProblem, 'path'> {
  if (keyword === 'format') return { kind: question.type === 'date' ? 'not-a-date' : 'not-an-email' };
  const kind = WORDS[keyword] ?? 'not-understood';
  const facts = {
    ...('minLength' in question && { least: question.minLength }),
    ...('maxLength' in question && { most: question.maxLength }),
    ...('least' in question && { least: question.least }),
    ...('most' in question && { most: question.most }),
  };
  return Object.keys(facts).length === 0 ? { kind } : { kind, facts };
}
