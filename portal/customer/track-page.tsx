import { useState } from 'react';
import { readReceiptNumber } from '../../functions/domain/catalogue/numbers.ts';
import { answerOf } from '../shared/api.ts';
import type { TrackingView } from '../shared/api-types.ts';
import { Button } from '../shared/button.tsx';
import { ErrorSummary, type FieldError } from '../shared/error-summary.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { isKind } from '../shared/problem.ts';
import { ProblemPanel } from '../shared/problem-view.tsx';
import reading from '../shared/reading.module.css';
import { TextField } from '../shared/text-field.tsx';
import { readIdTail } from './id-tail.ts';
import { api } from './session.ts';
import { StatusView } from './status-view.tsx';
import { useWords } from './words.ts';

/** Where a case stands, for whoever holds its receipt: no account needed [U17]. */
export function TrackPage() {
  const { say } = useWords();
  const [found, setFound] = useState<TrackingView>();
  if (found === undefined) return <TrackForm onFound={setFound} />;
  return (
    <div className={reading.flow}>
      <PageHeading title={say('track.of', { number: found.receiptNumber })} />
      <StatusView standing={found} />
      <Button look="plain" onPress={() => setFound(undefined)}>
        {say('track.another')}
      </Button>
    </div>
  );
}

function TrackForm({ onFound }: { onFound: (found: TrackingView) => void }) {
  const { say } = useWords();
  const [number, setNumber] = useState('');
  const [fact, setFact] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const textFor = (id: string) => errors.find((error) => error.id === id)?.text;

  const find = async () => {
    const receiptNumber = readReceiptNumber(number);
    const secondFact = readIdTail(fact);
    const wrong = [
      ...(receiptNumber === undefined
        ? [
            {
              id: 'receipt-number',
              text: say(number.trim() === '' ? 'track.number.missing' : 'track.number.wrong'),
            },
          ]
        : []),
      ...(secondFact === undefined ? [{ id: 'second-fact', text: say('track.fact.wrong') }] : []),
    ];
    setErrors(wrong);
    setAttempt(attempt + 1);
    setFailed(undefined);
    if (receiptNumber === undefined || secondFact === undefined) return;
    setBusy(true);
    try {
      onFound(await answerOf(api().POST('/public/tracking', { body: { receiptNumber, secondFact } })));
    } catch (error) {
      if (isKind(error, 'not-found')) setErrors([{ id: 'receipt-number', text: say('track.not-found') }]);
      else setFailed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className={reading.flow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) find();
      }}
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeading title={say('track.title')} wrong={errors.length > 0} />
      {failed === undefined ? null : <ProblemPanel error={failed} />}
      <TextField
        id="receipt-number"
        label={say('track.number')}
        hint={say('track.number.hint')}
        value={number}
        onChange={setNumber}
        error={textFor('receipt-number')}
      />
      <TextField
        id="second-fact"
        label={say('id-tail')}
        hint={say('track.fact.hint')}
        value={fact}
        onChange={setFact}
        width="short"
        error={textFor('second-fact')}
      />
      <Button type="submit" busy={busy}>
        {say('track.find')}
      </Button>
    </form>
  );
}
