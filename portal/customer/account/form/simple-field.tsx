import type { SimpleQuestion } from '../../../../functions/domain/catalogue/question.ts';
import type { SentAnswers } from '../../../shared/api-types.ts';
import { ChoiceField, ChoicesField, SelectField, TickField } from '../../../shared/choice-field.tsx';
import { DateField } from '../../../shared/date-field.tsx';
import type { FieldProps } from '../../../shared/field.tsx';
import { LongTextField, TextField } from '../../../shared/text-field.tsx';
import { useAccountWords } from '../../words.ts';
import { fieldId } from './answer-words.ts';
import { Offers } from './offers-view.tsx';

type Answer = SentAnswers[string];

export interface QuestionFieldProps<Asked> {
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
}: FieldProps & {
  question: Extract<SimpleQuestion, { type: 'choices' }>;
  answer: Answer | undefined;
  onAnswer: (answer: Answer) => void;
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
