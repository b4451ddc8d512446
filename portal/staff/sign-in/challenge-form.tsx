import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { answerOf } from '../../shared/api.ts';
import { Button } from '../../shared/button.tsx';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { TextField } from '../../shared/text-field.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { api } from '../session.ts';
import type { Challenge, SignInStep } from '../staff-types.ts';
import { useWords } from '../words.ts';
import { readCode } from './read-code.ts';

const SecretView = lazy(async () => ({ default: (await import('./secret-view.tsx')).SecretView }));

const LEAST_PASSWORD = 14;
const TITLES = {
  'one-time-password': 'sign-in.code.title',
  'new-password': 'sign-in.new-password.title',
  'set-up-one-time-password': 'sign-in.set-up.title',
} as const;

interface ChallengeFormProps {
  readonly username: string;
  readonly challenge: Challenge;
  readonly session: string;
  readonly secret?: string;
  readonly onStep: (step: SignInStep) => void;
  readonly onOther: () => void;
}

export function ChallengeForm({ username, challenge, session, secret, onStep, onOther }: ChallengeFormProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const isPassword = challenge === 'new-password';
  const answer = useMutation({
    mutationFn: (response: string) =>
      answerOf(
        api().POST('/public/staff-sign-in/answer', { body: { username, session, challenge, response } }),
      ),
    onSuccess: onStep,
  });
  const submit = () => {
    const response = isPassword ? typed : readCode(typed);
    const right = isPassword ? typed.length >= LEAST_PASSWORD : response.length === 6;
    const wrong = say(isPassword ? 'sign-in.new-password.short' : 'sign-in.code.length');
    setErrors(right ? [] : [{ id: 'response', text: wrong }]);
    setAttempt(attempt + 1);
    if (right && !answer.isPending) answer.mutate(response);
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
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeading focus title={say(TITLES[challenge])} wrong={errors.length > 0} />
      {answer.error === null || answer.isPending ? null : <ProblemPanel error={answer.error} />}
      {isPassword ? <p>{say('sign-in.new-password.why')}</p> : null}
      {secret === undefined ? null : (
        <Suspense fallback={<Waiting />}>
          <SecretView username={username} secret={secret} />
        </Suspense>
      )}
      <TextField
        id="response"
        label={say(isPassword ? 'sign-in.new-password' : 'sign-in.code')}
        hint={say(isPassword ? 'sign-in.new-password.hint' : 'sign-in.code.hint')}
        type={isPassword ? 'password' : 'text'}
        width={isPassword ? 'middle' : 'short'}
        inputMode={isPassword ? 'text' : 'numeric'}
        autoComplete={isPassword ? 'new-password' : 'one-time-code'}
        value={typed}
        onChange={setTyped}
        error={errors[0]?.text}
      />
      <div className={reading.row}>
        <Button type="submit" busy={answer.isPending}>
          {say(isPassword ? 'sign-in.continue' : 'sign-in.enter')}
        </Button>
        <Button look="plain" onPress={onOther}>
          {say('sign-in.again')}
        </Button>
      </div>
    </form>
  );
}
