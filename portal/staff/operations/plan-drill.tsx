import { useState } from 'react';
import { Button } from '../../shared/button.tsx';
import { DateField } from '../../shared/date-field.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { LongTextField, TextField } from '../../shared/text-field.tsx';
import { useWords } from '../words.ts';
import { usePlanDrill } from './queries.ts';

const NOTHING = { subject: '', day: '', steps: '' };

/** A drill planned for a day, with its steps; what it is about stays a code, so that lists of years compare. */
export function PlanDrill() {
  const { say } = useWords();
  const [form, setForm] = useState(NOTHING);
  const [wrong, setWrong] = useState(false);
  const plan = usePlanDrill();
  const toDo = form.steps
    .split('\n')
    .map((step) => step.trim())
    .filter(Boolean);
  const submit = () => {
    const complete = form.subject !== '' && form.day !== '' && toDo.length > 0;
    setWrong(!complete);
    // Noon by UTC is the same day in every hall this runs for.
    if (complete)
      plan.mutate(
        { subject: form.subject, plannedFor: `${form.day}T12:00:00Z`, toDo },
        { onSuccess: () => setForm(NOTHING) },
      );
  };
  return (
    <form
      className={reading.flow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{say('drill.plan')}</h2>
      {wrong ? <p role="alert">{say('drill.plan.incomplete')}</p> : null}
      {plan.error === null ? null : <ProblemPanel error={plan.error} />}
      <TextField
        id="drill-subject"
        label={say('drill.plan.subject')}
        value={form.subject}
        onChange={(subject) => setForm({ ...form, subject })}
      />
      <DateField
        id="drill-day"
        label={say('drill.plan.day')}
        value={form.day}
        onChange={(day) => setForm({ ...form, day })}
      />
      <LongTextField
        id="drill-steps"
        label={say('drill.plan.steps')}
        value={form.steps}
        onChange={(steps) => setForm({ ...form, steps })}
      />
      <Button type="submit" busy={plan.isPending}>
        {say('drill.plan')}
      </Button>
    </form>
  );
}
