import { QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Language } from '../../../functions/domain/language.ts';
import { answerOf } from '../../shared/api.ts';
import type { OwnCase } from '../../shared/api-types.ts';
import { useParams } from '../../shared/navigation.tsx';
import { problemBehind } from '../../shared/problem.ts';
import { atSignOut } from '../forget.ts';
import { api } from '../session.ts';
import { useAccountWords } from '../words.ts';

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

atSignOut(async () => queries.clear());

export function caseQuery(caseId: string, language: Language) {
  return queryOptions({
    // The trace and the texts of a notice come in the language asked for.
    queryKey: ['case', caseId, language],
    queryFn: () => answerOf(api().GET('/me/cases/{caseId}', { params: { path: { caseId } } })),
    // Another language of the same case takes its place when it is there: nothing typed meanwhile is lost.
    placeholderData: (known: OwnCase | undefined) => (known?.caseId === caseId ? known : undefined),
    // Files being checked are asked about until they are not.
    refetchInterval: ({ state: { data } }) =>
      data?.documents.some(({ state }) => state === 'checking') ? 2000 : false,
  });
}

export function serviceQuery(serviceId: string) {
  return queryOptions({
    queryKey: ['service', serviceId],
    queryFn: () => answerOf(api().GET('/public/services/{serviceId}', { params: { path: { serviceId } } })),
    staleTime: 10 * 60_000,
  });
}

/** The case in the address and its service. */
export function useCase() {
  const { caseId = '' } = useParams();
  const { language } = useAccountWords();
  const found = useQuery(caseQuery(caseId, language));
  const service = useQuery({
    ...serviceQuery(found.data?.service.id ?? ''),
    enabled: found.data !== undefined,
  });
  return { caseId, found, service };
}

/** Asks for the case anew, in whatever language it was kept. */
export function useRefreshCase(): (caseId: string) => Promise<void> {
  const client = useQueryClient();
  return (caseId) => client.invalidateQueries({ queryKey: ['case', caseId] });
}
