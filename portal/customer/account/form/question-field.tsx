import type { Question, SimpleQuestion } from '../../../../functions/domain/catalogue/question.ts';
import type { SentAnswers } from '../../../shared/api-types.ts';
import { ChoiceField, ChoicesField, SelectField, TickField } from '../../../shared/choice-field.tsx';
import { DateField } from '../../../shared/date-field.tsx';
import { LongTextField, TextField } from '../../../shared/text-field.tsx';
import { useAccountWords } from '../../words.ts';
import { fieldId } from './answer-words.ts';
import { ListField } from './list-field.tsx';
import { Offers } from './offers-view.tsx';

type Answer = SentAnswers[string];

interface QuestionFieldProps<Asked> {
  readonly question: Asked;
  readonly path: string;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
  /** Text of the error at a field id. */
  readonly errorAt: (id: string) => string | undefined;
  readonly offers?: readonly string[];
}

/** Above so many choices a native list takes less room than buttons. */
const MOST_BUTTONS = 7;

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

/** A question that is answered by one control. */
export function SimpleField({
  question,
  path,
  answer,
  onAnswer,
  errorAt,
  offers = [],
}: QuestionFieldProps<SimpleQuestion>) {
  const { pick } = useAccountWords();
  const id = fieldId(path);
  const common = {
    id,
    label: pick(question.label),
    hint: question.hint && pick(question.hint),
    error: errorAt(id),
    optional: question.optional,
  };
  const text = { ...common, value: textOf(answer), onChange: onAnswer };
  switch (question.type) {
    case 'declaration':
      return <TickField {...common} ticked={answer === true} onChange={onAnswer} />;
    case 'choice': {
      const choices = question.choices.map((choice) => ({ value: choice.value, text: pick(choice.text) }));
      const Control = choices.length > MOST_BUTTONS ? SelectField : ChoiceField;
      return <Control {...text} choices={choices} />;
    }
    case 'choices':
      return <SeveralField {...common} question={question} answer={answer} onAnswer={onAnswer} />;
    case 'date':
      return <DateField {...text} />;
    case 'long-text':
      return <LongTextField {...text} />;
    default:
      return (
        <>
          <TextField {...text} {...LINES[question.type]} />
          <Offers field={id} offers={offers} onTake={onAnswer} />
        </>
      );
  }
}

const LINES = {
  text: {},
  name: {},
  address: { width: 'full' },
  'national-id': {},
  mobile: { inputMode: 'tel' },
  email: { inputMode: 'email' },
} as const;

function SeveralField({
  question,
  answer,
  onAnswer,
  ...field
}: {
  question: Extract<SimpleQuestion, { type: 'choices' }>;
  answer: Answer | undefined;
  onAnswer: (answer: Answer) => void;
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
}) {
  const { say, pick } = useAccountWords();
  const choices = question.choices.map(({ value, text, needsLicence }) => ({
    value,
    text: pick(text),
    hint: needsLicence ? say('answer.needs-licence') : undefined,
  }));
  return (
    <ChoicesField
      {...field}
      hint={field.hint ?? (question.most > 1 ? say('answer.several', { most: question.most }) : undefined)}
      choices={choices}
      values={textsOf(answer)}
      onChange={(values) => onAnswer([...values])}
    />
  );
}

function textOf(answer: Answer | undefined): string {
  return typeof answer === 'string' ? answer : '';
}

function textsOf(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : [];
}

function entriesOf(answer: Answer | undefined): readonly Readonly<Record<string, string>>[] {
  if (typeof answer === 'string' || typeof answer === 'boolean' || answer === undefined) return [];
  return answer.flatMap((one) => (typeof one === 'string' ? [] : [one]));
}
