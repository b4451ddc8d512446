import { useState } from 'react';
import { classNames } from './class-names.ts';
import { dateFromParts, partsOfDate } from './date-parts.ts';
import styles from './field.module.css';
import { FieldGroup, type FieldProps } from './field.tsx';
import { useSharedWords } from './words.ts';

/** Year, month, day in three boxes: no calendar to page through, and paper dates are typed as they are read. */
export function DateField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange: (date: string) => void }) {
  const { say } = useSharedWords();
  const [typed, setTyped] = useState(() => partsOfDate(value));
  // What was typed, as long as it stands for the value; a value that came from elsewhere is shown as it is.
  const parts = dateFromParts(typed) === value ? typed : partsOfDate(value);
  const set = (change: Partial<typeof parts>) => {
    const next = { ...parts, ...change };
    setTyped(next);
    onChange(dateFromParts(next));
  };
  return (
    <FieldGroup {...field} hint={field.hint ?? say('date.hint')}>
      <div className={styles.date}>
        {(['year', 'month', 'day'] as const).map((part) => (
          <label key={part} className={styles.part}>
            <span>{say(`date.${part}`)}</span>
            <input
              name={`${field.id}-${part}`}
              className={classNames(styles.input, part === 'year' && styles.year)}
              inputMode="numeric"
              autoComplete="off"
              value={parts[part]}
              onChange={(event) => set({ [part]: event.target.value })}
              aria-invalid={field.error ? true : undefined}
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
