import { useInfiniteQuery } from '@tanstack/react-query';
import { PageHeading } from '../../shared/page-heading.tsx';
import { ProblemPage } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { Waiting } from '../../shared/waiting.tsx';
import { OffDuty } from '../off-duty.tsx';
import { useMe } from '../queries.ts';
import { useWords } from '../words.ts';
import { dueQuery, listsQuery } from './archive-queries.ts';
import { DraftForm } from './draft-form.tsx';
import { ListsSection } from './lists-section.tsx';

/** What is due for destruction, and the lists under way: nothing is destroyed from here. [6.4.2] */
export function ArchivePage() {
  const { say } = useWords();
  const { data: me } = useMe();
  const due = useInfiniteQuery(dueQuery());
  const lists = useInfiniteQuery(listsQuery());
  if (me !== undefined && me.onDutyUntil === undefined) return <OffDuty />;
  const error = due.error ?? lists.error;
  if (error !== null) return <ProblemPage error={error} again={() => due.refetch()} />;
  if (me === undefined || due.data === undefined || lists.data === undefined) return <Waiting />;
  const cases = due.data.pages.flatMap(({ items }) => items);
  const mayDraft = me.roles.some((role) => role === 'archivist' || role === 'back-office');
  return (
    <div className={reading.flow}>
      <PageHeading title={say('archive.title')} />
      <p className={reading.lead}>{say('archive.lead')}</p>
      <ListsSection lists={lists} />
      <h2>{say('archive.due')}</h2>
      {cases.length === 0 ? <p>{say('archive.due.none')}</p> : null}
      {cases.length === 0 ? null : (
        <DraftForm
          cases={cases}
          mayDraft={mayDraft}
          more={
            due.hasNextPage ? { busy: due.isFetchingNextPage, fetch: () => due.fetchNextPage() } : undefined
          }
        />
      )}
    </div>
  );
}
