import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../shared/button.tsx';
import { ErrorSummary } from '../../shared/error-summary.tsx';
import { More } from '../../shared/more.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import { TextField } from '../../shared/text-field.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { OffDuty } from '../off-duty.tsx';
import { searchQuery, useMe } from '../queries.ts';
import { useWords } from '../words.ts';
import { CaseTable } from './case-table.tsx';
import styles from './desk-page.module.css';

const LEAST = 4;

/** A case by its number, or by the person's identity number: phone call and walk-in land here [U38]. */
export function SearchPage() {
  const { say } = useWords();
  const { data: me } = useMe();
  const [attempt, setAttempt] = useState(0);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  // Not in the address: an identity number must not stay in the browser's history.
  const [number, setNumber] = useState('');
  if (me !== undefined && me.onDutyUntil === undefined) return <OffDuty />;
  const submit = () => {
    const wanted = typed.normalize('NFKC').replace(/\s/g, '');
    setWrong(wanted.length < LEAST);
    setAttempt(attempt + 1);
    if (wanted.length < LEAST) return;
    setNumber(wanted);
  };
  const errors = wrong ? [{ id: 'number', text: say('search.short') }] : [];
  return (
    <div className={styles.desk}>
      <search>
        <form
          className={styles.search}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <ErrorSummary errors={errors} attempt={attempt} />
          <PageHeading title={say('search.title')} wrong={wrong} />
          <TextField
            id="number"
            label={say('search.number')}
            hint={say('search.hint')}
            value={typed}
            onChange={setTyped}
            error={errors[0]?.text}
          />
          <Button type="submit">{say('search.find')}</Button>
        </form>
      </search>
      <Found number={number} />
    </div>
  );
}

function Found({ number }: { number: string }) {
  const { say } = useWords();
  const found = useInfiniteQuery(searchQuery(number));
  if (number === '') return null;
  if (found.error !== null) return <ProblemPanel error={found.error} />;
  if (found.data === undefined) return <Waiting />;
  const cases = found.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <p role="status">
        {cases.length === 0 ? say('search.none') : say('search.found', { count: cases.length })}
      </p>
      {cases.length === 0 ? null : <CaseTable caption={say('search.title')} cases={cases} />}
      {found.hasNextPage ? (
        <More busy={found.isFetchingNextPage} onPress={() => found.fetchNextPage()} />
      ) : null}
    </>
  );
}
