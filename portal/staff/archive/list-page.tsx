import { dateInWords, instantInWords } from '../../shared/dates.ts';
import { Link, useParams } from '../../shared/navigation.tsx';
import { PageHeading } from '../../shared/page-heading.tsx';
import { Panel } from '../../shared/panel.tsx';
import { ProblemPage } from '../../shared/problem-view.tsx';
import reading from '../../shared/reading.module.css';
import { RowList } from '../../shared/row-list.tsx';
import { SummaryList } from '../../shared/summary-list.tsx';
import { Tag } from '../../shared/tag.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { useWords } from '../words.ts';
import { type DestructionList, useDestructionList } from './archive-queries.ts';
import { ListActs } from './list-acts.tsx';
import { LIST_TONES } from './list-status.ts';

/** One destruction list: what is on it, what stops any of it, who did what, and what I may do. */
export function ListPage() {
  const { listId = '' } = useParams();
  const found = useDestructionList(listId);
  if (found.data !== undefined) return <List key={found.data.version} list={found.data} />;
  return found.error === null ? <Waiting /> : <ProblemPage error={found.error} again={found.refetch} />;
}

function List({ list }: { list: DestructionList }) {
  const { say, language } = useWords();
  const { status, items, acts, appraisal, rejection, completeOn } = list;
  return (
    <div className={reading.flow}>
      <Link to="/archive">{say('archive.back')}</Link>
      <PageHeading title={say('archive.list.title', { count: items.length })} />
      <p>
        <Tag tone={LIST_TONES[status]}>{say(`list.${status}`)}</Tag>
      </p>
      {completeOn === undefined ? null : (
        <Panel tone="done">
          <p>{say('archive.list.complete-on', { day: dateInWords(completeOn, language) })}</p>
        </Panel>
      )}
      {status === 'approved' ? (
        <Panel tone="yours">
          <p>{say('archive.list.to-carry-out', { listId: list.listId, count: items.length })}</p>
        </Panel>
      ) : null}
      <SummaryList
        rows={[
          { key: 'appraisal', term: say('archive.draft.appraisal'), value: appraisal },
          ...(rejection === undefined
            ? []
            : [{ key: 'rejection', term: say('archive.list.rejection'), value: rejection }]),
          ...acts.map(({ act, personId, at }) => ({
            key: act,
            term: say(`list.${act}`),
            value: `${personId} · ${instantInWords(at, language)}`,
          })),
        ]}
      />
      <h2>{say('archive.list.items')}</h2>
      <RowList>
        {items.map((item) => (
          <RowList.Row
            key={item.caseId}
            to={item.destroyed ? undefined : `/cases/${item.caseId}`}
            title={item.receiptNumber}
            state={<ItemState {...item} />}
          >
            {item.stopped ?? say('archive.due.since', { day: item.retainUntil })}
          </RowList.Row>
        ))}
      </RowList>
      <ListActs list={list} />
    </div>
  );
}

function ItemState({ destroyed, stopped }: DestructionList['items'][number]) {
  const { say } = useWords();
  if (destroyed) return <Tag tone="done">{say('archive.item.destroyed')}</Tag>;
  if (stopped !== undefined) return <Tag tone="wrong">{say('archive.item.stopped')}</Tag>;
  return <Tag tone="plain">{say('archive.item.free')}</Tag>;
}
