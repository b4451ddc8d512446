import { infiniteQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf, idempotencyKey } from '../../shared/api.ts';
import type { AnswerOf } from '../../shared/api-types.ts';
import { problemBehind } from '../../shared/problem.ts';
import { api } from '../session.ts';
import { useWords } from '../words.ts';

export type DueCase = AnswerOf<'listDueForDestruction'>['items'][number];
export type DestructionList = AnswerOf<'readDestructionList'>;
export type Papers = AnswerOf<'openPapers'>;
export type ListAct = 'review' | 'approve' | 'reject';

const FIRST: string | undefined = undefined;
const after = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });
const nextPage = ({ cursor }: { cursor?: string }) => cursor;

export function dueQuery() {
  return infiniteQueryOptions({
    queryKey: ['archive', 'due'],
    queryFn: ({ pageParam }) =>
      answerOf(api().GET('/staff/archive/due', { params: { query: after(pageParam) } })),
    initialPageParam: FIRST,
    getNextPageParam: nextPage,
  });
}

export function listsQuery() {
  return infiniteQueryOptions({
    queryKey: ['archive', 'lists'],
    queryFn: ({ pageParam }) =>
      answerOf(api().GET('/staff/archive/destruction-lists', { params: { query: after(pageParam) } })),
    initialPageParam: FIRST,
    getNextPageParam: nextPage,
  });
}

export function useDestructionList(listId: string) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['archive', 'list', listId, language],
    queryFn: () =>
      answerOf(api().GET('/staff/archive/destruction-lists/{listId}', { params: { path: { listId } } })),
    refetchOnWindowFocus: false,
  });
}

/** One key for one press, however often the line breaks; a refusal is the end of it. */
function useKey() {
  const key = useRef<string>(undefined);
  return {
    take: () => {
      key.current ??= idempotencyKey();
      return { 'Idempotency-Key': key.current };
    },
    drop: () => {
      key.current = undefined;
    },
  };
}

export function useDraftList() {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: { caseIds: string[]; appraisal: string }) =>
      answerOf(api().POST('/staff/archive/destruction-lists', { params: { header: key.take() }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['archive'] }),
    onSettled: (_answer, error) => {
      if (error === null || problemBehind(error).status < 500) key.drop();
    },
  });
}

export function useActOnList(listId: string, seenVersion: number) {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({ act, text }: { act: ListAct; text?: string }) =>
      answerOf(
        api().POST('/staff/archive/destruction-lists/{listId}/{act}', {
          params: { path: { listId, act }, header: key.take() },
          body: { seenVersion, ...(text !== undefined && { text }) },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['archive'] }),
    onSettled: (_answer, error) => {
      if (error === null || problemBehind(error).status < 500) key.drop();
    },
  });
}

export function useOpenPapers(caseId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      answerOf(
        api().POST('/staff/archive/cases/{caseId}/papers', {
          params: { path: { caseId } },
          body: { reason },
        }),
      ),
  });
}
