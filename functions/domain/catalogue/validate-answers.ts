import { type Schema, Validator } from '@cfworker/json-schema';
import { schemaOf } from './answer-schema.ts';
import { type Answer, type AnswerProblem, type Answers, answerTo } from './answers.ts';
import { ageOn, nationalIdProblem } from './numbers.ts';
import type { ProblemKind } from './problems.ts';
import type { Question, SimpleQuestion } from './question.ts';
import type { Service } from './service.ts';
import { visibleQuestions } from './visible-questions.ts';

type Problem = Omit<AnswerProblem, 'path'>;
type Ask<Type extends Question['type']> = Extract<Question, { type: Type }>;

/**
 * What is wrong with answers that were normalised, in the form's order; empty when nothing is. Questions whose
 * condition is not met are not asked. `today` is the local date of the hall. [3.3.2]
 */
export function validateAnswers(
  service: Pick<Service, 'form'>,
  answers: Answers,
  today: string,
): readonly AnswerProblem[] {
  return visibleQuestions(service, answers).flatMap((question) =>
    answerProblems(question, answerTo(answers, question.id), question.id, today),
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
  if (question.type === 'list') return listProblems(question, answer, path, today);
  const problem = simpleProblem(question, answer, today);
  return problem === undefined ? [] : [{ path, ...problem }];
}

function isEmpty(answer: Answer | undefined): boolean {
  return (
    answer === undefined ||
    answer === '' ||
    answer === false ||
    (Array.isArray(answer) && answer.length === 0)
  );
}

function listProblems(
  { least, most, of }: Ask<'list'>,
  answer: Answer | undefined,
  path: string,
  today: string,
): readonly AnswerProblem[] {
  if (!Array.isArray(answer)) return [{ path, kind: 'not-understood' }];
  if (answer.length > most) return [{ path, kind: 'too-many', facts: { most } }];
  const inside = answer.flatMap((entry, n) =>
    of.flatMap((part) => answerProblems(part, valueAt(entry, part.id), `${path}/${n}/${part.id}`, today)),
  );
  return answer.length < least ? [{ path, kind: 'too-few', facts: { least } }, ...inside] : inside;
}

function valueAt(entry: unknown, id: string): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const value: unknown = Object.entries(entry).find(([key]) => key === id)?.[1];
  return typeof value === 'string' ? value : undefined;
}

function simpleProblem(question: SimpleQuestion, answer: unknown, today: string): Problem | undefined {
  const schema = schemaOf(question);
  const { valid, errors } = new Validator(schema, '2020-12', true).validate(answer);
  if (!valid) return problemOf(question, schema, errors[0]?.keyword ?? '');
  if (typeof answer !== 'string') return undefined;
  if (question.type === 'national-id') return idProblem(question, answer, today);
  if (question.type === 'date' && question.notBefore === 'today' && answer < today) {
    return { kind: 'date-before-today' };
  }
  return undefined;
}

function idProblem({ minAge }: Ask<'national-id'>, id: string, today: string): Problem | undefined {
  const problem = nationalIdProblem(id, today);
  if (problem !== undefined) return { kind: `national-id-${problem}` };
  if (minAge === undefined || (ageOn(id, today) ?? 0) >= minAge) return undefined;
  return { kind: 'too-young', facts: { least: minAge } };
}

const FORMATS: Readonly<Partial<Record<Question['type'], ProblemKind>>> = {
  date: 'not-a-date',
  email: 'not-an-email',
};

/** A validator names the keyword; the words for it are ours, and name the bound that was missed. */
function problemOf({ type }: SimpleQuestion, schema: Schema, keyword: string): Problem {
  switch (keyword) {
    case 'minLength':
      return { kind: 'too-short', facts: { least: schema.minLength ?? 0 } };
    case 'maxLength':
      return { kind: 'too-long', facts: { most: schema.maxLength ?? 0 } };
    case 'minItems':
      return { kind: 'too-few', facts: { least: schema.minItems ?? 0 } };
    case 'maxItems':
      return { kind: 'too-many', facts: { most: schema.maxItems ?? 0 } };
    case 'enum':
    case 'items':
      return { kind: 'not-a-choice' };
    case 'pattern':
      return { kind: 'not-a-mobile' };
    case 'format':
      return { kind: FORMATS[type] ?? 'not-understood' };
    case 'const':
      return { kind: 'not-declared' };
    default:
      return { kind: 'not-understood' };
  }
}
