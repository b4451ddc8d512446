import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf } from '../../shared/api.ts';
import { Button } from '../../shared/button.tsx';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { TextField } from '../../shared/text-field.tsx';
import { api } from '../session.ts';
import type { SignInStep } from '../staff-types.ts';
import { useWords } from '../words.ts';

export function PasswordForm({ onStep }: { onStep: (username: string, step: SignInStep) => void }) {
  const { say } = useWords();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const enter = useMutation({
    mutationFn: () =>
      answerOf(api().POST('/public/staff-sign-in', { body: { username: username.trim(), password } })),
    onSuccess: (step) => onStep(username.trim(), step),
  });
  const submit = () => {
    const found = [
      ...(username.trim() === '' ? [{ id: 'username', text: say('sign-in.username.missing') }] : []),
      ...(password === '' ? [{ id: 'password', text: say('sign-in.password.missing') }] : []),
    ];
    setErrors(found);
    setAttempt(attempt + 1);
    if (found.length === 0 && !enter.isPending) enter.mutate();
  };
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.text;
  return (
    <form
      className={reading.flow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeading title={say('sign-in.title')} wrong={errors.length > 0} />
      {enter.error === null || enter.isPending ? null : <ProblemPanel error={enter.error} />}
      <TextField
        id="username"
        label={say('sign-in.username')}
        value={username}
        onChange={setUsername}
        autoComplete="username"
        error={errorOf('username')}
      />
      <TextField
        id="password"
        type="password"
        label={say('sign-in.password')}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={errorOf('password')}
      />
      <Button type="submit" busy={enter.isPending}>
        {say('sign-in.enter')}
      </Button>
    </form>
  );
}
