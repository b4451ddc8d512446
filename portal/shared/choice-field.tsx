import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { describedBy, Field, FieldGroup, type FieldProps } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

interface OneOf extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of a few: radio buttons. */
export function ChoiceField({ choices, value, onChange, ...field }: OneOf) {
  return (
    <FieldGroup {...field}>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={field.id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <ChoiceText {...choice} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any of several: check boxes. */
export function ChoicesField({
  choices,
  values,
  onChange,
  ...field
}: FieldProps & {
  choices: readonly Choice[];
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}) {
  const toggled = (value: string) =>
    values.includes(value)
      ? values.filter((one) => one !== value)
      : choices.map((choice) => choice.value).filter((one) => one === value || values.includes(one));
  return (
    <FieldGroup {...field}>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="checkbox"
              name={field.id}
              value={choice.value}
              checked={values.includes(choice.value)}
              onChange={() => onChange(toggled(choice.value))}
            />
            <ChoiceText {...choice} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

function ChoiceText({ text, hint }: Choice) {
  return (
    <span>
      {text}
      {hint ? <span className={styles.hint}>{hint}</span> : null}
    </span>
  );
}

/** One of many, in a native list. */
export function SelectField({ choices, value, onChange, ...field }: OneOf) {
  return (
    <Field {...field}>
      <select
        id={field.id}
        name={field.id}
        className={classNames(styles.input, styles.middle)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={describedBy(field)}
      >
        {value === '' ? <option value="">—</option> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A single tick whose text is the whole question. */
export function TickField({
  ticked,
  onChange,
  ...field
}: FieldProps & { ticked: boolean; onChange: (ticked: boolean) => void }) {
  return (
    <div className={classNames(styles.field, field.error && styles.wrong)}>
      {field.error ? (
        <p id={`${field.id}-error`} className={styles.error}>
          {field.error}
        </p>
      ) : null}
      <label className={styles.choice}>
        <input
          id={field.id}
          name={field.id}
          type="checkbox"
          checked={ticked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={describedBy(field)}
        />
        <ChoiceText value="" text={field.label} hint={field.hint} />
      </label>
    </div>
  );
}
