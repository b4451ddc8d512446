import type { Answer } from '../../../functions/domain/catalogue/answers.ts';
import type { Question } from '../../../functions/domain/catalogue/question.ts';
import { dateInWords } from '../../shared/dates.ts';
import { listOfAll } from '../../shared/lists.ts';
import type { StaffSaid } from '../words.ts';

/** An answer as people read it. */
export function answerText(
  question: Question,
  answer: Answer | undefined,
  { say, pick, language }: StaffSaid,
): string {
  const choiceText = (value: string) => {
    const choice = 'choices' in question ? question.choices.find((one) => one.value === value) : undefined;
    return choice === undefined ? value : pick(choice.text);
  };
  if (answer === undefined || answer === '' || answer === false) return say('answers.not-provided');
  if (answer === true) return say('answers.yes');
  if (typeof answer === 'string') {
    if (question.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(answer)) return dateInWords(answer, language);
    return choiceText(answer);
  }
  const texts = answer.map((one) =>
    typeof one === 'string' ? choiceText(one) : Object.values(one).join(' · '),
  );
  if (texts.length === 0) return say('answers.not-provided');
  return question.type === 'list' ? texts.join('\n') : listOfAll(texts, language);
}
