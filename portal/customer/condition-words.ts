import type { Question } from '../../functions/domain/catalogue/question.ts';
import type { PublicService } from '../shared/api-types.ts';
import { listOfAny } from '../shared/lists.ts';
import { useWords } from './words.ts';

interface Condition {
  readonly question: string;
  readonly isOneOf: readonly string[];
}

/** When a paper is needed, in the form's own words: "only if *How you hold the premises* is *I rent them*". */
export function useConditionWords({ form }: Pick<PublicService, 'form'>): (condition: Condition) => string {
  const { say, pick, language } = useWords();
  return ({ question: id, isOneOf }) => {
    const question = form.pages.flatMap(({ questions }) => questions).find((one) => one.id === id);
    if (question === undefined) return '';
    const answers = choicesOf(question).filter(({ value }) => isOneOf.includes(value));
    return say('document.only-if', {
      question: pick(question.label),
      answers: listOfAny(
        answers.map(({ text }) => pick(text)),
        language,
      ),
    });
  };
}

function choicesOf(question: Question) {
  return 'choices' in question ? question.choices : [];
}
