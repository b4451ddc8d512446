import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { useSharedWords } from './words.ts';

/** What every field has. Errors are shown after the page was sent, never on leaving a field [U8]. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
}

/** Ids of hint and error, for `aria-describedby` of the control. */
export function describedBy({ id, hint, error }: FieldProps): string | undefined {
  return classNames(hint && `${id}-hint`, error && `${id}-error`) || undefined;
}

/** Label, hint and error around one control. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className={classNames(styles.field, field.error && styles.wrong)}>
      <label className={styles.label} htmlFor={field.id}>
        <LabelText {...field} />
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  );
}

/** The same around several controls that answer one question together. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      className={classNames(styles.field, field.error && styles.wrong)}
      aria-describedby={describedBy(field)}
    >
      <legend className={styles.legend}>
        <LabelText {...field} />
      </legend>
      <HintAndError {...field} />
      {children}
    </fieldset>
  );
}

function LabelText({ label, optional }: FieldProps) {
  const { say } = useSharedWords();
  return (
    <>
      {label}
      {optional ? <span className={styles.optional}>{say('field.optional')}</span> : null}
    </>
  );
}

function HintAndError({ id, hint, error }: FieldProps) {
  const { say } = useSharedWords();
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {say('field.error', { text: error })}
        </p>
      ) : null}
    </>
  );
}
