import type { AnswerProblem } from '../../../../functions/domain/catalogue/answers.ts';
import type { Question } from '../../../../functions/domain/catalogue/question.ts';
import type { FieldError } from '../../../shared/error-summary.tsx';
import { useAccountWords } from '../../words.ts';

/** Id of the control that answers a path: `members/0/name` → `members-0-name`. */
export function fieldId(path: string): string {
  return path.replaceAll('/', '-');
}

/** Problems in the words that stand beside the field and in the summary alike [U8]. */
export function useAnswerWords(): (
  questions: readonly Question[],
  problems: readonly AnswerProblem[],
) => readonly FieldError[] {
  const { say, sayIfKnown, pick } = useAccountWords();
  return (questions, problems) =>
    problems.map(({ path, kind, facts }) => {
      const question = questionAt(questions, path);
      const [, number] = path.split('/');
      const name = question === undefined ? path : pick(question.label);
      // In a list the same label stands several times: its number tells which.
      const label =
        number === undefined ? name : say('list.entry', { label: name, number: Number(number) + 1 });
      const chosen = question?.type === 'choice' || question?.type === 'choices';
      const word = kind === 'required' && chosen ? 'not-chosen' : kind;
      return {
        id: fieldId(path),
        text: sayIfKnown(`answer.${word}`, 'answer.not-understood', { label, ...facts }),
      };
    });
}

function questionAt(
  questions: readonly Question[],
  path: string,
): Pick<Question, 'label' | 'type'> | undefined {
  const [id, , part] = path.split('/');
  const question = questions.find((one) => one.id === id);
  if (question?.type !== 'list' || part === undefined) return question;
  return question.of.find((one) => one.id === part);
}
