import { useInfiniteQuery } from '@tanstack/react-query';
import { instantInWords } from '../../shared/dates.ts';
import { More } from '../../shared/more.tsx';
import { ProblemPanel } from '../../shared/problem-view.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { historyQuery, useMe } from '../queries.ts';
import type { HistoryLine } from '../staff-types.ts';
import { useWords } from '../words.ts';
import styles from './case.module.css';

/** What happened, newest first; nothing is ever taken out. */
export function HistorySection({ caseId }: { caseId: string }) {
  const { say } = useWords();
  const found = useInfiniteQuery(historyQuery(caseId));
  const lines = found.data?.pages.flatMap(({ items }) => items);
  return (
    <section className={styles.section} aria-labelledby="history-title">
      <h2 id="history-title">{say('history.title')}</h2>
      {found.error === null ? null : <ProblemPanel error={found.error} />}
      {found.isPending ? <Waiting /> : null}
      <ol className={styles.events}>
        {lines?.map((line) => (
          <Event key={line.version} line={line} />
        ))}
      </ol>
      {found.hasNextPage ? (
        <More busy={found.isFetchingNextPage} onPress={() => found.fetchNextPage()} />
      ) : null}
    </section>
  );
}

function Event({ line: { at, effectiveAt, by, event } }: { line: HistoryLine }) {
  const { say, sayIfKnown, language } = useWords();
  const who = useWho();
  return (
    <li className={styles.event}>
      <span>{sayIfKnown(`event.${event}`, 'text.other')}</span>
      <span className={styles.quiet}>{who(by)}</span>
      <span className={styles.quiet}>
        {instantInWords(at, language)}
        {effectiveAt === at
          ? null
          : ` · ${say('history.effective', { at: instantInWords(effectiveAt, language) })}`}
      </span>
    </li>
  );
}

/** Colleagues go by the end of their number here: the record knows people, not names. */
function useWho(): (by: HistoryLine['by']) => string {
  const { say } = useWords();
  const { data: me } = useMe();
  return ({ kind, id, onBehalfOf }) => {
    if (kind === 'customer') return say('by.customer');
    if (kind !== 'staff') return say('by.system');
    const who = id === me?.personId ? say('by.staff.me') : say('by.staff', { tail: tailOf(id) });
    return onBehalfOf === undefined ? who : say('by.for', { who, tail: tailOf(onBehalfOf) });
  };
}

function tailOf(personId: string): string {
  return personId.slice(-4).toUpperCase();
}
