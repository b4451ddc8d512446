import { type FormEvent, useState } from 'react';
import { answerOf } from '../shared/api.ts';
import type { CertificateView } from '../shared/api-types.ts';
import { Button } from '../shared/button.tsx';
import { dateInWords } from '../shared/dates.ts';
import { ErrorSummary } from '../shared/error-summary.tsx';
import { useNavigate, useParams, useSearchParams } from '../shared/navigation.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Panel } from '../shared/panel.tsx';
import { isKind } from '../shared/problem.ts';
import { ProblemPage } from '../shared/problem-view.tsx';
import reading from '../shared/reading.module.css';
import { SummaryList } from '../shared/summary-list.tsx';
import { TextField } from '../shared/text-field.tsx';
import { useLoaded } from '../shared/use-loaded.ts';
import { Waiting } from '../shared/waiting.tsx';
import { api } from './session.ts';
import { useWords } from './words.ts';

/** What the QR code of a certificate opens; number and code can be typed from the paper too. */
export function VerifyPage() {
  const { number } = useParams();
  const search = useSearchParams();
  const code = search.get('code');
  if (number === undefined || code === null) return <VerifyForm given={number ?? ''} />;
  return <Verified number={number} code={code} />;
}

function VerifyForm({ given }: { given: string }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [number, setNumber] = useState(given);
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const missing = (id: string, value: string, text: string) =>
    attempt > 0 && value.trim() === '' ? [{ id, text }] : [];
  const errors = [
    ...missing('number', number, say('verify.number.missing')),
    ...missing('code', code, say('verify.code.missing')),
  ];
  const open = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (number.trim() === '' || code.trim() === '') return;
    navigate(`/verify/${encodeURIComponent(number.trim())}?${new URLSearchParams({ code: code.trim() })}`);
  };
  const textFor = (id: string) => errors.find((error) => error.id === id)?.text;
  return (
    <form className={reading.flow} noValidate onSubmit={open}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeading title={say('verify.title')} wrong={errors.length > 0} />
      <p>{say('verify.how')}</p>
      <TextField
        id="number"
        label={say('verify.number')}
        value={number}
        onChange={setNumber}
        error={textFor('number')}
      />
      <TextField
        id="code"
        label={say('verify.code')}
        hint={say('verify.code.hint')}
        value={code}
        onChange={setCode}
        error={textFor('code')}
      />
      <Button type="submit">{say('verify.check')}</Button>
    </form>
  );
}

function Verified({ number, code }: { number: string; code: string }) {
  const { say } = useWords();
  const found = useLoaded(`certificate ${number} ${code}`, () =>
    answerOf(api().GET('/public/certificates/{number}', { params: { path: { number }, query: { code } } })),
  );
  if (found.state === 'loading') return <Waiting />;
  if (found.state === 'loaded') return <Certificate certificate={found.answer} />;
  if (!isKind(found.error, 'not-found')) return <ProblemPage error={found.error} again={found.again} />;
  return (
    <div className={reading.flow}>
      <PageHeading title={say('verify.unknown')} />
      <Panel tone="wrong">
        <p>{say('verify.unknown.next')}</p>
      </Panel>
    </div>
  );
}

function Certificate({ certificate }: { certificate: CertificateView }) {
  const { say, pick, language } = useWords();
  const { number, state, title, issuedBy, signedOn, fields } = certificate;
  const rows = [
    { key: 'number', term: say('verify.number'), value: number },
    ...fields.map(({ label, value }) => ({
      key: label.en,
      term: pick(label),
      value: typeof value === 'string' ? value : pick(value),
    })),
    { key: 'issued-by', term: say('verify.issued-by'), value: pick(issuedBy) },
    { key: 'signed-on', term: say('verify.signed-on'), value: dateInWords(signedOn, language) },
  ];
  return (
    <div className={reading.flow}>
      <PageHeading title={say(`verify.state.${state}`, { title: pick(title) })} />
      <Panel tone={state === 'valid' ? 'done' : 'wrong'}>
        <p>{say(`verify.state.${state}.text`)}</p>
      </Panel>
      <SummaryList rows={rows} />
    </div>
  );
}
