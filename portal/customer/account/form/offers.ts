import type { Answers } from '../../../../functions/domain/catalogue/answers.ts';
import { normaliseMobile } from '../../../../functions/domain/catalogue/normalise.ts';
import type { Question, SimpleQuestion } from '../../../../functions/domain/catalogue/question.ts';
import type { PublicService } from '../../../shared/api-types.ts';

/** Types whose answers may be the same for two questions: a second address offers the first [U6]. */
const OFFERED: readonly SimpleQuestion['type'][] = ['name', 'address', 'mobile', 'email'];

/** What was given before and might answer this question too: earlier answers of its kind, and the sign-in contact. */
export function offersFor(
  question: Question,
  service: Pick<PublicService, 'form'>,
  answers: Answers,
  contact: string | undefined,
): readonly string[] {
  if (question.type === 'list' || !OFFERED.includes(question.type)) return [];
  const all = service.form.pages.flatMap(({ questions }) => questions);
  const before = all.slice(
    0,
    all.findIndex(({ id }) => id === question.id),
  );
  const earlier = before.filter(({ type }) => type === question.type).map(({ id }) => answers[id]);
  const offered = [...earlier, ...contactFor(question, contact)].filter((one) => typeof one === 'string');
  const mine = answers[question.id];
  return [...new Set(offered)].filter((one) => one.trim() !== '' && !isSame(one, mine));
}

function contactFor({ type }: Question, contact: string | undefined): readonly string[] {
  if (contact === undefined) return [];
  return type === (contact.includes('@') ? 'email' : 'mobile') ? [contact] : [];
}

function isSame(offer: string, answer: Answers[string] | undefined): boolean {
  if (typeof answer !== 'string') return false;
  return answer === offer || normaliseMobile(answer) === normaliseMobile(offer);
}
