import {
  infiniteQueryOptions,
  QueryClient,
  queryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type Stage, stageOf } from '../../functions/domain/case/stage.ts';
import { answerOf } from '../shared/api.ts';
import { problemBehind } from '../shared/problem.ts';
import { api } from './session.ts';
import type { QueueName } from './staff-types.ts';
import { useWords } from './words.ts';

/** A broken line is tried again; an answer that says no is an answer. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 2 && [0, 502, 503, 504].includes(problemBehind(error).status),
      retryDelay: (count) => 500 * 2 ** count,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const SYSTEM_STAGES: readonly Stage[] = ['check', 'assign', 'open-step', 'certificate', 'result'];
const ASKED_AGAIN_AFTER = 4000;
const ASKED_AGAIN_AT_MOST = 15;
const SERVICES_KEPT = 10 * 60_000;

export function meQuery() {
  return queryOptions({ queryKey: ['me'], queryFn: () => answerOf(api().GET('/staff/me', {})) });
}

export function useMe() {
  return useQuery(meQuery());
}

function nextPage({ cursor }: { cursor?: string }) {
  return cursor;
}

const FIRST: string | undefined = undefined;
const after = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export function queueQuery(queue: QueueName) {
  return infiniteQueryOptions({
    queryKey: ['cases', 'queue', queue],
    queryFn: ({ pageParam }) =>
      answerOf(api().GET('/staff/queues/{queue}', { params: { path: { queue }, query: after(pageParam) } })),
    initialPageParam: FIRST,
    getNextPageParam: nextPage,
  });
}

export function searchQuery(number: string) {
  return infiniteQueryOptions({
    queryKey: ['cases', 'search', number],
    queryFn: ({ pageParam }) =>
      answerOf(api().GET('/staff/search', { params: { query: { number, ...after(pageParam) } } })),
    initialPageParam: FIRST,
    getNextPageParam: nextPage,
    enabled: number !== '',
  });
}

export function historyQuery(caseId: string) {
  return infiniteQueryOptions({
    queryKey: ['history', caseId],
    queryFn: ({ pageParam }) =>
      answerOf(
        api().GET('/staff/cases/{caseId}/history', {
          params: { path: { caseId }, query: after(pageParam) },
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: nextPage,
  });
}

/** A case whole. Reading it is on record, so it is not asked for again without a reason: no refetch on focus. */
export function useStaffCase(caseId: string) {
  const { language } = useWords();
  return useQuery({
    // The reasons of closed commands and the trace come in the language asked for.
    queryKey: ['case', caseId, language],
    queryFn: () => answerOf(api().GET('/staff/cases/{caseId}', { params: { path: { caseId } } })),
    refetchOnWindowFocus: false,
    // What the system does next is there in seconds; after a minute it is no longer waited for.
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data !== undefined &&
      dataUpdateCount < ASKED_AGAIN_AT_MOST &&
      SYSTEM_STAGES.includes(stageOf(data.state))
        ? ASKED_AGAIN_AFTER
        : false,
  });
}

/** The service as it was when the case was submitted. */
export function useServiceOf(service: { id: string; version: number } | undefined) {
  const { id: serviceId = '', version = 0 } = service ?? {};
  return useQuery({
    queryKey: ['service', serviceId, version],
    queryFn: () =>
      answerOf(
        api().GET('/public/services/{serviceId}', {
          params: { path: { serviceId }, query: { version: String(version) } },
        }),
      ),
    staleTime: SERVICES_KEPT,
    enabled: service !== undefined,
  });
}

/** Names of services by their id. */
export function useServiceNames() {
  return useQuery({
    queryKey: ['services'],
    queryFn: async () => {
      const { items } = await answerOf(api().GET('/public/services', {}));
      return new Map(items.map(({ id, name }) => [id, name]));
    },
    staleTime: SERVICES_KEPT,
  });
}

/** Asks anew for a case and whatever lists it may stand on. */
export function useRefreshCase(): (caseId: string) => Promise<void> {
  const client = useQueryClient();
  return async (caseId) => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['case', caseId] }),
      client.invalidateQueries({ queryKey: ['history', caseId] }),
      client.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' }),
    ]);
  };
}
