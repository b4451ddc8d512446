import { useState } from 'react';
import { answerOf } from '../../shared/api.ts';
import { Button } from '../../shared/button.tsx';
import { TickField } from '../../shared/choice-field.tsx';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { TextField } from '../../shared/text-field.tsx';
import { readIdTail } from '../id-tail.ts';
import { api } from '../session.ts';
import { useAccountWords } from '../words.ts';
import { readContact } from './contact.ts';
import { isSharedDevice, setSharedDevice } from './shared-device.ts';
import { useAct } from './use-act.ts';

/** Several people may share a phone: the end of the identity number says which of them it is. */
interface Asked {
  readonly contact: string;
  readonly idTail: string;
}

export interface SentCode extends Asked {
  readonly loginId: string;
  readonly session: string;
  readonly channel: 'mail' | 'sms';
  readonly maskedContact: string;
}

/** Asks for a code to be sent; used again to send another one. */
export function useSendCode() {
  const { language } = useAccountWords();
  return async (asked: Asked): Promise<SentCode> => {
    const sent = await answerOf(api().POST('/public/sign-in', { body: { ...asked, language } }));
    return { ...sent, ...asked };
  };
}

export function ContactForm({ onSent }: { onSent: (sent: SentCode) => void }) {
  const { say } = useAccountWords();
  const [typed, setTyped] = useState('');
  const [tail, setTail] = useState('');
  const [shared, setShared] = useState(isSharedDevice);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const send = useSendCode();
  const { act, busy, failed } = useAct(async (asked: Asked) => onSent(await send(asked)));
  const submit = () => {
    const contact = readContact(typed);
    const idTail = readIdTail(tail);
    setAttempt(attempt + 1);
    setSharedDevice(shared);
    setErrors([
      ...(contact === undefined
        ? [
            {
              id: 'contact',
              text: say(typed.trim() === '' ? 'sign-in.contact.missing' : 'sign-in.contact.wrong'),
            },
          ]
        : []),
      ...(idTail === undefined ? [{ id: 'id-tail', text: say('sign-in.id-tail.wrong') }] : []),
    ]);
    if (contact !== undefined && idTail !== undefined) act({ contact, idTail });
  };
  const textFor = (id: string) => errors.find((error) => error.id === id)?.text;
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
      {failed === undefined ? null : <ProblemPanel error={failed} />}
      <p>{say('sign-in.how')}</p>
      <TextField
        id="contact"
        label={say('sign-in.contact')}
        hint={say('sign-in.contact.hint')}
        value={typed}
        onChange={setTyped}
        autoComplete="username"
        error={textFor('contact')}
      />
      <TextField
        id="id-tail"
        label={say('id-tail')}
        hint={say('sign-in.id-tail.hint')}
        value={tail}
        onChange={setTail}
        width="short"
        error={textFor('id-tail')}
      />
      <TickField
        id="shared-device"
        label={say('sign-in.shared')}
        hint={say('sign-in.shared.hint')}
        ticked={shared}
        onChange={setShared}
      />
      <Button type="submit" busy={busy}>
        {say('sign-in.send')}
      </Button>
    </form>
  );
}
