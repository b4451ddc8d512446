import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '../../shared/api.ts';
import type { CaseLine } from '../../shared/api-types.ts';
import { dateInWords } from '../../shared/dates.ts';
import { More } from '../../shared/more.tsx';
import { Link } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPage } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { RowList } from '../../shared/row-list.tsx';
import { Tag } from '../../shared/tag.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { api } from '../session.ts';
import { useAccountWords } from '../words.ts';

export function CasesPage() {
  const { say } = useAccountWords();
  const found = useInfiniteQuery({
    queryKey: ['cases'],
    queryFn: ({ pageParam }) =>
      answerOf(api().GET('/me/cases', { params: { query: pageParam === '' ? {} : { cursor: pageParam } } })),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
  if (found.error !== null && found.data === undefined) {
    return <ProblemPage error={found.error} again={() => found.refetch()} />;
  }
  if (found.data === undefined) return <Waiting />;
  const lines = found.data.pages.flatMap(({ items }) => items);
  return (
    <div className={reading.flow}>
      <PageHeading title={say('cases.title')} />
      {lines.length === 0 ? (
        <p>
          {say('cases.none')} <Link to="/">{say('cases.find')}</Link>
        </p>
      ) : (
        <RowList>
          {lines.map((line) => (
            <Line key={line.caseId} line={line} />
          ))}
        </RowList>
      )}
      {found.hasNextPage ? (
        <More busy={found.isFetchingNextPage} onPress={() => found.fetchNextPage()} />
      ) : null}
    </div>
  );
}

function Line({ line }: { line: CaseLine }) {
  const { say, sayIfKnown, pick, language } = useAccountWords();
  const { caseId, service, status, outcome, receiptNumber, dueDate, whoseTurn } = line;
  const yours = whoseTurn === 'customer' && outcome === undefined;
  const facts = [
    ...(receiptNumber === undefined ? [] : [say('cases.number', { number: receiptNumber })]),
    ...(dueDate === undefined || outcome !== undefined
      ? []
      : [say('cases.due', { date: dateInWords(dueDate, language) })]),
  ];
  return (
    <RowList.Row
      to={`/cases/${caseId}`}
      title={pick(service.name)}
      state={
        <Tag tone={yours ? 'yours' : outcome === undefined ? 'running' : 'plain'}>
          {sayIfKnown(`status.${outcome ?? status}`, 'status.submitted')}
        </Tag>
      }
    >
      {facts.join(' · ')}
    </RowList.Row>
  );
}
