import { type ReactNode, useState } from 'react';
import { Button } from '../../shared/button.tsx';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { Panel } from '../../shared/panel.tsx';
import { isKind, problemBehind } from '../../shared/problem.ts';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import type { StaffCase } from '../staff-types.ts';
import { useWords } from '../words.ts';
import styles from './case.module.css';
import { checkForm, fieldId } from './check-form.ts';
import { CommandField } from './command-field.tsx';
import type { FormSpec, Values } from './form-spec.ts';
import { isOpen } from './known.ts';
import { useGive } from './use-give.ts';

interface CommandFormProps {
  readonly one: StaffCase;
  readonly command: string;
  readonly spec: FormSpec;
  /** Begins the ids of the fields: a page has several forms. */
  readonly prefix: string;
  readonly about?: ReactNode;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/**
 * The small form of one command. When somebody else was quicker, everything typed stays, the newest state is loaded
 * around it, and the command can be given again.
 */
export function CommandForm({ one, command, spec, prefix, about, onDone, onCancel }: CommandFormProps) {
  const said = useWords();
  const { say, sayIfKnown } = said;
  const [values, setValues] = useState<Values>(spec.first);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const give = useGive(one.caseId);
  const fields = spec.fields(values);
  const name = sayIfKnown(`command.${command}`, 'acts.title');
  const submit = () => {
    const found = checkForm(fields, values, prefix, said);
    setErrors(found);
    setAttempt(attempt + 1);
    if (found.length > 0 || give.isPending) return;
    give.mutate(
      { command, form: spec.form(values), seen: one.version, proof: spec.proof?.(values) },
      { onSuccess: onDone },
    );
  };
  return (
    <form
      className={styles.form}
      aria-label={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {give.isPending ? null : <Refused error={give.error} gone={!isOpen(one, command)} />}
      {about}
      {fields.map((field) => (
        <CommandField
          key={field.name}
          id={fieldId(prefix, field)}
          field={field}
          values={values}
          error={errors.find(({ id }) => id === fieldId(prefix, field))?.text}
          onChange={(value) => setValues((last) => ({ ...last, [field.name]: value }))}
        />
      ))}
      <div className={reading.row}>
        <Button type="submit" busy={give.isPending}>
          {say('act.give', { command: name })}
        </Button>
        <Button look="plain" onPress={onCancel}>
          {say('act.cancel')}
        </Button>
      </div>
    </form>
  );
}

function Refused({ error, gone }: { error: unknown; gone: boolean }) {
  const { say } = useWords();
  if (error === null) return null;
  if (isKind(error, 'stale') || gone) {
    return (
      <Panel tone="yours" title={say('act.stale')} live>
        <p>{say(gone ? 'act.gone' : 'act.stale.text')}</p>
      </Panel>
    );
  }
  const { problems = [] } = problemBehind(error);
  return (
    <>
      <ProblemPanel error={error} />
      {problems.length === 0 ? null : (
        <ul>
          {problems.map(({ path, text }) => (
            <li key={`${path}:${text}`}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
