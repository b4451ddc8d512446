import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { AnswerOf } from '../../shared/api-types.ts';
import { instantInWords } from '../../shared/dates.ts';
import { More } from '../../shared/more.tsx';
import { RowList } from '../../shared/row-list.tsx';
import { Tag } from '../../shared/tag.tsx';
import { useWords } from '../words.ts';
import { LIST_TONES, listStatusOf } from './list-status.ts';

type Lists = UseInfiniteQueryResult<InfiniteData<AnswerOf<'listDestructionLists'>>>;

export function ListsSection({ lists }: { lists: Lists }) {
  const { say, language } = useWords();
  const all = lists.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h2>{say('archive.lists')}</h2>
      {all.length === 0 ? <p>{say('archive.lists.none')}</p> : null}
      <RowList>
        {all.map(({ listId, card }) => {
          const status = listStatusOf(card.status);
          return (
            <RowList.Row
              key={listId}
              to={`/archive/lists/${listId}`}
              title={say('archive.list.title', { count: Number(card.items) })}
              state={<Tag tone={LIST_TONES[status]}>{say(`list.${status}`)}</Tag>}
            >
              {say('archive.list.drafted', { at: instantInWords(String(card.draftedAt), language) })}
            </RowList.Row>
          );
        })}
      </RowList>
      {lists.hasNextPage ? (
        <More busy={lists.isFetchingNextPage} onPress={() => lists.fetchNextPage()} />
      ) : null}
    </>
  );
}
