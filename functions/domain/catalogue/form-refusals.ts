import { largestAnswersBytes } from './largest-answers.ts';
import type { PublishingRefusal } from './publishing-refusals.ts';
import type { Condition, Question } from './question.ts';
import { twice } from './same-twice.ts';
import type { Service } from './service.ts';

/** Of the 32 KB that a version seals; the rest is for names of files and what officers write. */
const MOST_ANSWER_BYTES = 24 * 1024;

interface Placed {
  readonly path: string;
  readonly question: Question;
}

/** What keeps a form from being published: conditions that are never met, bounds turned round, what may not be asked. */
export function formRefusals(service: Service): readonly PublishingRefusal[] {
  const placed: readonly Placed[] = service.form.pages.flatMap(({ questions }, page) =>
    questions.map((question, n) => ({ path: `form/pages/${page}/questions/${n}`, question })),
  );
  const questions = placed.map(({ question }) => question);
  return [
    ...twice(
      'form/pages',
      service.form.pages.map(({ id }) => id),
    ),
    ...twice(
      'form/pages',
      questions.map(({ id }) => id),
    ),
    ...placed.flatMap(({ path, question }, n) => [
      ...conditionRefusals(`${path}/showIf`, question.showIf, questions.slice(0, n), questions),
      ...withParts(path, question).flatMap((one) => questionRefusals(one, service)),
    ]),
    ...service.documents.flatMap(({ requiredIf }, n) =>
      conditionRefusals(`documents/${n}/requiredIf`, requiredIf, questions),
    ),
    ...service.risk.rules.flatMap(({ when }, n) =>
      conditionRefusals(`risk/rules/${n}/when`, 'question' in when ? when : undefined, questions),
    ),
    ...resultRefusals(service.result, questions),
    ...(largestAnswersBytes(service) > MOST_ANSWER_BYTES
      ? [{ path: 'form', kind: 'too-large-to-seal' }]
      : []),
  ];
}

function withParts(path: string, question: Question): readonly Placed[] {
  if (question.type !== 'list') return [{ path, question }];
  return [{ path, question }, ...question.of.map((part, n) => ({ path: `${path}/of/${n}`, question: part }))];
}

function conditionRefusals(
  path: string,
  condition: Condition | undefined,
  before: readonly Question[],
  all: readonly Question[] = before,
): readonly PublishingRefusal[] {
  if (condition === undefined) return [];
  const asked = before.find(({ id }) => id === condition.question);
  if (asked === undefined) {
    const later = all.some(({ id }) => id === condition.question);
    return [{ path, kind: later ? 'question-comes-later' : 'unknown-question' }];
  }
  const offered: readonly string[] = 'choices' in asked ? asked.choices.map(({ value }) => value) : [];
  return condition.isOneOf.every((value) => offered.includes(value))
    ? []
    : [{ path, kind: 'unknown-choice' }];
}

function questionRefusals({ path, question }: Placed, { impactAssessment }: Service) {
  const turned =
    ('least' in question && question.least > question.most) ||
    ('minLength' in question && question.minLength > question.maxLength);
  return [
    ...(turned ? [{ path, kind: 'least-above-most' }] : []),
    ...('choices' in question
      ? twice(
          `${path}/choices`,
          question.choices.map(({ value }) => value),
        )
      : []),
    ...(question.type === 'list'
      ? twice(
          `${path}/of`,
          question.of.map(({ id }) => id),
        )
      : []),
    ...(question.sensitive && question.whyAsked === undefined
      ? [{ path, kind: 'sensitive-without-reason' }]
      : []),
    ...(question.sensitive && impactAssessment === undefined
      ? [{ path, kind: 'sensitive-without-assessment' }]
      : []),
  ];
}

function resultRefusals({ fields, published }: Service['result'], questions: readonly Question[]) {
  const find = (id: string) => questions.find((one) => one.id === id);
  return [
    ...fields.flatMap(({ question }, n) =>
      find(question) === undefined ? [{ path: `result/fields/${n}/question`, kind: 'unknown-question' }] : [],
    ),
    ...published.flatMap((id, n) => {
      const question = find(id);
      const path = `result/published/${n}`;
      if (question === undefined) return [{ path, kind: 'unknown-question' }];
      return question.personal || question.sensitive ? [{ path, kind: 'personal-answer-published' }] : [];
    }),
  ];
}
