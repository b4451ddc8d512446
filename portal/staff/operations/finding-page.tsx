import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../shared/button.tsx';
import { DateField } from '../../shared/date-field.tsx';
import { instantInWords } from '../../shared/dates.ts';
import { Link, useParams } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPage, ProblemPanel } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { SummaryList } from '../../shared/summary-list.tsx';
import { Tag } from '../../shared/tag.tsx';
import { TextField } from '../../shared/text-field.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { useMe } from '../queries.ts';
import { useWords } from '../words.ts';
import { findingQuery, useFindingCommand } from './queries.ts';

const SOURCES = ['dependencies', 'templates', 'permissions', 'drill'] as const;
const FACTS = ['source', 'where', 'limit', 'basis', 'owner', 'reason'] as const;

/** One finding: what, where, by when and by which law; taken, mended or accepted here, always with a reason. */
export function FindingPage() {
  const { findingId = '' } = useParams();
  const { say, language } = useWords();
  const { data: finding, error, refetch } = useQuery(findingQuery(findingId));
  const { data: me } = useMe();
  if (error !== null) return <ProblemPage error={error} again={refetch} />;
  if (finding === undefined) return <Waiting />;
  const { state, overdue, version } = finding;
  const source = SOURCES.find((one) => one === state.source);
  const owner = state.owner === null ? 'nobody' : state.owner === me?.personId ? 'me' : 'other';
  const facts = {
    source: source === undefined ? state.source : say(`register.source.${source}`),
    where: state.where,
    limit: instantInWords(state.limit, language),
    basis: state.basis,
    owner: say(`register.owner.${owner}`),
    ...(state.reason !== undefined && { reason: state.reason }),
  };
  return (
    <div className={reading.flow}>
      <Link to="/operations/findings">{say('register.back')}</Link>
      <PageHeading title={state.what} />
      <p>
        <Tag tone={state.severity === 'critical' ? 'wrong' : 'plain'}>
          {say(`severity.${state.severity}`)}
        </Tag>{' '}
        <Tag tone={overdue ? 'wrong' : 'running'}>
          {overdue ? say('operations.overdue') : say(`register.status.${state.status}`)}
        </Tag>
      </p>
      <SummaryList
        rows={FACTS.flatMap((key) => {
          const value = facts[key];
          return value === undefined ? [] : [{ key, term: say(`register.${key}`), value }];
        })}
      />
      {state.status === 'open' ? <Acts findingId={findingId} version={version} /> : null}
    </div>
  );
}

const LEAST = 5;

function Acts({ findingId, version }: { findingId: string; version: number }) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [wrong, setWrong] = useState(false);
  const give = useFindingCommand(findingId);
  const act = (command: string, form: Readonly<Record<string, unknown>>) => {
    const said = command === 'take' || reason.trim().length >= LEAST;
    setWrong(!said);
    if (said) give.mutate({ command, seenVersion: version, form });
  };
  return (
    <>
      {give.error === null ? null : <ProblemPanel error={give.error} />}
      <Button look="secondary" busy={give.isPending} onPress={() => act('take', {})}>
        {say('register.take')}
      </Button>
      <TextField
        id="reason"
        label={say('register.reason')}
        value={reason}
        onChange={setReason}
        width="full"
        error={wrong ? say('register.reason.missing') : undefined}
      />
      <Button busy={give.isPending} onPress={() => act('mend', { reason })}>
        {say('register.mend')}
      </Button>
      <DateField id="until" label={say('register.until')} value={until} onChange={setUntil} />
      <Button
        look="secondary"
        busy={give.isPending}
        onPress={() => act('accept', { reason, until: `${until}T12:00:00Z` })}
      >
        {say('register.accept')}
      </Button>
    </>
  );
}
