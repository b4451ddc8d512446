import { useQuery } from '@tanstack/react-query';
import { instantInWords } from '../../shared/dates.ts';
import { Link } from '../../shared/navigation.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import { Tag } from '../../shared/tag.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { useMe } from '../queries.ts';
import { useWords } from '../words.ts';
import { findingsQuery, type Listed } from './queries.ts';
import { Rows } from './rows.tsx';

const SEVERITIES = ['critical', 'high', 'moderate', 'low'] as const;

/** The register: what is open, the soonest limit first, and what was settled. A late one is red. [7.1.2] */
export function FindingsView() {
  const { say } = useWords();
  return (
    <>
      <List list="open" caption={say('register.caption')} />
      <h2>{say('register.settled')}</h2>
      <List list="settled" caption={say('register.settled')} />
    </>
  );
}

function List({ list, caption }: { list: 'open' | 'settled'; caption: string }) {
  const { say, language } = useWords();
  const { data, error } = useQuery(findingsQuery(list));
  const { data: me } = useMe();
  if (error !== null) return <ProblemPanel error={error} />;
  if (data === undefined) return <Waiting />;
  if (data.items.length === 0) return <p>{say('operations.none')}</p>;
  const rows = data.items.map((one) => ({
    key: one.id,
    cells: [
      <Link key="what" to={`/operations/findings/${one.id}`}>
        {String(one.card.what)}
      </Link>,
      <SeverityTag key="severity" one={one} />,
      <>
        {one.overdue ? <Tag tone="wrong">{say('operations.overdue')}</Tag> : null}{' '}
        {instantInWords(String(one.card.limit), language)}
      </>,
      owner(one.card.owner, me?.personId),
    ],
  }));
  function owner(personId: unknown, mine: string | undefined): string {
    if (personId === null) return say('register.owner.nobody');
    return say(personId === mine ? 'register.owner.me' : 'register.owner.other');
  }
  const heads = [say('operations.what'), say('severity'), say('register.limit'), say('register.owner')];
  return <Rows caption={caption} heads={heads} rows={rows} />;
}

function SeverityTag({ one: { card, overdue } }: { one: Listed }) {
  const { say } = useWords();
  const severity = SEVERITIES.find((known) => known === card.severity) ?? 'low';
  const tone = severity === 'critical' || overdue ? 'wrong' : severity === 'high' ? 'yours' : 'plain';
  return <Tag tone={tone}>{say(`severity.${severity}`)}</Tag>;
}
