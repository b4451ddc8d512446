import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '../../shared/api.ts';
import { instantInWords } from '../../shared/dates.ts';
import { More } from '../../shared/more.tsx';
import { Link, useParams } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPage } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { SummaryList } from '../../shared/summary-list.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { api } from '../session.ts';
import { useAccountWords } from '../words.ts';
import { type ReadingRun, runsOf } from './readings.ts';

/** Who opened this file, when and for what. */
export function ReadersPage() {
  const { say, language } = useAccountWords();
  const { caseId = '' } = useParams();
  const found = useInfiniteQuery({
    queryKey: ['case', caseId, 'readers'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api().GET('/me/cases/{caseId}/readers', {
          params: { path: { caseId }, query: pageParam === '' ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
  if (found.error !== null && found.data === undefined) {
    return <ProblemPage error={found.error} again={() => found.refetch()} />;
  }
  if (found.data === undefined) return <Waiting />;
  const runs = runsOf(found.data.pages.flatMap(({ items }) => items));
  const when = ({ first, last, count }: ReadingRun) => {
    const [from, to] = [instantInWords(first, language), instantInWords(last, language)];
    return count === 1 ? to : say('readers.times', { from, to, count });
  };
  return (
    <div className={reading.flow}>
      <Link to={`/cases/${caseId}`}>{say('readers.back')}</Link>
      <PageHeading title={say('readers.title')} />
      <p>{say('readers.how')}</p>
      {runs.length === 0 ? <p>{say('readers.none')}</p> : null}
      <SummaryList
        rows={runs.map((run, n) => ({
          // A list that only grows at its end: the place of a line is its own.
          key: String(n),
          term: when(run),
          value: `${run.who}\n${run.purpose}`,
        }))}
      />
      {found.hasNextPage ? (
        <More busy={found.isFetchingNextPage} onPress={() => found.fetchNextPage()} />
      ) : null}
    </div>
  );
}
