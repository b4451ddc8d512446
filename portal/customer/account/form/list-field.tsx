import type { Question } from '../../../../functions/domain/catalogue/question.ts';
import { Button } from '../../../shared/button.tsx';
import { FieldGroup } from '../../../shared/field.tsx';
import { useAccountWords } from '../../words.ts';
import { fieldId } from './answer-words.ts';
import styles from './form.module.css';
import { SimpleField } from './simple-field.tsx';

type Entry = Readonly<Record<string, string>>;

interface ListFieldProps {
  readonly question: Extract<Question, { type: 'list' }>;
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly onEntries: (entries: readonly Entry[]) => void;
  readonly errorAt: (id: string) => string | undefined;
}

/** Several of the same, each with its own few questions; one stands open from the start. */
export function ListField({ question, path, entries, onEntries, errorAt }: ListFieldProps) {
  const { say, pick } = useAccountWords();
  const shown: readonly Entry[] = entries.length === 0 ? [{}] : entries;
  const label = pick(question.label);
  const set = (n: number, id: string, value: string) =>
    onEntries(shown.map((entry, at) => (at === n ? { ...entry, [id]: value } : entry)));
  return (
    <FieldGroup
      id={fieldId(path)}
      label={label}
      hint={question.hint && pick(question.hint)}
      error={errorAt(fieldId(path))}
    >
      {shown.map((entry, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place in the list; that is what errors name.
        <fieldset key={n} className={styles.entry}>
          <legend>{say('list.number', { number: n + 1 })}</legend>
          {question.of.map((part) => (
            <SimpleField
              key={part.id}
              question={part}
              path={`${path}/${n}/${part.id}`}
              answer={entry[part.id]}
              onAnswer={(value) => set(n, part.id, String(value))}
              errorAt={errorAt}
            />
          ))}
          {shown.length > 1 ? (
            <Button
              look="plain"
              label={say('list.remove.label', { label, number: n + 1 })}
              onPress={() => onEntries(shown.filter((_, at) => at !== n))}
            >
              {say('list.remove')}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {shown.length < question.most ? (
        <Button look="secondary" onPress={() => onEntries([...shown, {}])}>
          {say('list.add')}
        </Button>
      ) : null}
    </FieldGroup>
  );
}
