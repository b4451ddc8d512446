import type { Question } from '../../../../functions/domain/catalogue/question.ts';
import type { SentAnswers } from '../../../shared/api-types.ts';
import { ListField } from './list-field.tsx';
import { type QuestionFieldProps, SimpleField } from './simple-field.tsx';

/** The control for a question of the service file, by its type. */
export function QuestionField(props: QuestionFieldProps<Question>) {
  const { question, path, answer, onAnswer, errorAt } = props;
  if (question.type !== 'list') return <SimpleField {...props} question={question} />;
  return (
    <ListField
      question={question}
      path={path}
      entries={entriesOf(answer)}
      onEntries={(entries) => onAnswer(entries.map((entry) => ({ ...entry })))}
      errorAt={errorAt}
    />
  );
}

function entriesOf(answer: SentAnswers[string] | undefined): readonly Readonly<Record<string, string>>[] {
  if (typeof answer === 'string' || typeof answer === 'boolean' || answer === undefined) return [];
  return answer.flatMap((one) => (typeof one === 'string' ? [] : [one]));
}
