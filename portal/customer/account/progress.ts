import type { AnswerProblem, Answers } from '../../../functions/domain/catalogue/answers.ts';
import { normaliseAnswers } from '../../../functions/domain/catalogue/normalise.ts';
import { requiredDocuments } from '../../../functions/domain/catalogue/required-documents.ts';
import { answerProblems, validateAnswers } from '../../../functions/domain/catalogue/validate-answers.ts';
import { visibleQuestions } from '../../../functions/domain/catalogue/visible-questions.ts';
import type { OwnFile, PublicService } from '../../shared/api-types.ts';

export type TaskState = 'completed' | 'in-progress' | 'not-started' | 'cannot-start-yet';

type FormPage = PublicService['form']['pages'][number];
type FormOnly = Pick<PublicService, 'form'>;

/** How far one page of the form is. Wrong answers are kept, and the page is not done. */
export function pageState(service: FormOnly, page: FormPage, answers: Answers, today: string): TaskState {
  const asked = askedOn(service, page, answers);
  if (!asked.some(({ id }) => isAnswered(answers[id]))) return 'not-started';
  return pageProblems(service, page, answers, today).length > 0 ? 'in-progress' : 'completed';
}

/** What is wrong on one page, judged as the server will judge it. */
export function pageProblems(
  service: FormOnly,
  page: FormPage,
  answers: Answers,
  today: string,
): readonly AnswerProblem[] {
  const kept = normaliseAnswers(service, answers);
  return askedOn(service, page, kept).flatMap((question) =>
    answerProblems(question, kept[question.id], question.id, today),
  );
}

export function askedOn(service: FormOnly, page: FormPage, answers: Answers) {
  const ids = new Set(page.questions.map(({ id }) => id));
  return visibleQuestions(service, answers).filter(({ id }) => ids.has(id));
}

function isAnswered(answer: Answers[string] | undefined): boolean {
  if (Array.isArray(answer)) return answer.length > 0;
  return typeof answer === 'string' ? answer.trim() !== '' : answer === true;
}

/** Which papers are needed is known once every answer that decides it is there. */
export function documentsState(
  service: PublicService,
  answers: Answers,
  files: readonly Pick<OwnFile, 'documentId' | 'state'>[],
): TaskState {
  const asked = visibleQuestions(service, answers).filter(({ optional }) => !optional);
  const deciding = new Set(service.documents.map(({ requiredIf }) => requiredIf?.question));
  if (asked.some(({ id }) => deciding.has(id) && !isAnswered(answers[id]))) return 'cannot-start-yet';
  const missing = missingDocuments(service, answers, files);
  if (missing.length === 0) return 'completed';
  return files.length === 0 ? 'not-started' : 'in-progress';
}

/** Required papers of which no usable file is there yet. */
export function missingDocuments(
  service: Pick<PublicService, 'documents'>,
  answers: Answers,
  files: readonly Pick<OwnFile, 'documentId' | 'state'>[],
) {
  const usable = new Set(
    files
      .filter(({ state }) => state === 'clean' || state === 'checking')
      .map(({ documentId }) => documentId),
  );
  return requiredDocuments(service, answers).filter(({ id }) => !usable.has(id));
}

/** Sending is open once every page is right; a paper may be missing: the officer names it once, with all the rest. */
export function sendState(service: FormOnly, answers: Answers, today: string): TaskState {
  const problems = validateAnswers(service, normaliseAnswers(service, answers), today);
  return problems.length === 0 ? 'not-started' : 'cannot-start-yet';
}
