import { useState } from 'react';
import { answerOf } from '../../shared/api.ts';
import { Button } from '../../shared/button.tsx';
import { config } from '../../shared/config.ts';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { Panel } from '../../shared/panel.tsx';
import { problemBehind } from '../../shared/problem.ts';
import { ProblemPanel, useProblemWords } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import type { Session } from '../../shared/session.ts';
import { TextField } from '../../shared/text-field.tsx';
import { api } from '../session.ts';
import { useAccountWords } from '../words.ts';
import { type SentCode, useSendCode } from './contact-form.tsx';
import { useAct } from './use-act.ts';

interface CodeFormProps {
  readonly sent: SentCode;
  readonly onSent: (sent: SentCode) => void;
  readonly onSignedIn: (session: Session) => void;
  readonly onOther: () => void;
}

/** Refusals that are about the code itself stand beside it; anything else stands on top. */
const ABOUT_CODE = ['wrong-code', 'code-expired', 'too-many-tries'];

export function CodeForm({ sent, onSent, onSignedIn, onOther }: CodeFormProps) {
  const { say } = useAccountWords();
  const words = useProblemWords();
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [again, setAgain] = useState(false);
  const sendCode = useSendCode();
  const { loginId, session, contact, idTail, channel, maskedContact } = sent;
  const enter = useAct(async (code: string) => {
    try {
      onSignedIn(await answerOf(api().POST('/public/sign-in/answer', { body: { loginId, session, code } })));
    } catch (error) {
      const problem = problemBehind(error);
      if (!ABOUT_CODE.includes(problem.kind)) throw error;
      if (problem.session !== undefined) onSent({ ...sent, session: problem.session });
      const { title, next } = words(problem);
      setErrors([{ id: 'code', text: `${title} ${next}` }]);
      setAttempt((last) => last + 1);
    }
  });
  const resend = useAct(async () => {
    onSent(await sendCode({ contact, idTail }));
    setErrors([]);
    setAgain(true);
  });
  const submit = () => {
    const code = typed.normalize('NFKC').replace(/\D/g, '');
    setAttempt(attempt + 1);
    if (code.length === 6) {
      setErrors([]);
      enter.act(code);
    } else setErrors([{ id: 'code', text: say(code === '' ? 'code.missing' : 'code.length') }]);
  };
  const failed = enter.failed ?? resend.failed;
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
      <PageHeading key="code" focus title={say('code.title')} wrong={errors.length > 0} />
      {failed === undefined ? null : <ProblemPanel error={failed} />}
      {again ? (
        <Panel tone="done" live>
          <p>{say('code.sent-again')}</p>
        </Panel>
      ) : null}
      <p>{say(`code.sent.${channel}`, { contact: maskedContact })}</p>
      <TextField
        id="code"
        label={say('code.label')}
        hint={say('code.hint')}
        value={typed}
        onChange={setTyped}
        width="short"
        inputMode="numeric"
        autoComplete="one-time-code"
        error={errors[0]?.text}
      />
      <Button type="submit" busy={enter.busy}>
        {say('code.enter')}
      </Button>
      <div className={reading.row}>
        <Button look="plain" busy={resend.busy} onPress={resend.act}>
          {say('code.again')}
        </Button>
        <Button look="plain" onPress={onOther}>
          {say('code.other')}
        </Button>
      </div>
      <p className={reading.quiet}>{say('code.limits', { phone: config().hall.phone })}</p>
    </form>
  );
}
