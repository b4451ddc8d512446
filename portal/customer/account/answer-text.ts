import type { Answer } from '../../../functions/domain/catalogue/answers.ts';
import type { Question } from '../../../functions/domain/catalogue/question.ts';
import { dateInWords } from '../../shared/dates.ts';
import { listOfAll } from '../../shared/lists.ts';
import { useAccountWords } from '../words.ts';

/** An answer as people read it; what was left out reads "not provided" [U7]. */
export function useAnswerText(): (question: Question, answer: Answer | undefined) => string {
  const { say, pick, language } = useAccountWords();
  const choiceText = (question: Question, value: string) => {
    const choice = 'choices' in question ? question.choices.find((one) => one.value === value) : undefined;
    return choice === undefined ? value : pick(choice.text);
  };
  return (question, answer) => {
    if (answer === undefined || answer === '' || answer === false) return say('answer.not-provided');
    if (answer === true) return say('answer.yes');
    if (typeof answer === 'string') {
      if (question.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(answer)) return dateInWords(answer, language);
      return choiceText(question, answer);
    }
    const texts = answer.map((one) =>
      typeof one === 'string' ? choiceText(question, one) : Object.values(one).join(' · '),
    );
    if (texts.length === 0) return say('answer.not-provided');
    return question.type === 'list' ? texts.join('\n') : listOfAll(texts, language);
  };
}
