import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../../shared/api.gen.ts';
import { answerOf, idempotencyKey } from '../../shared/api.ts';
import { api } from '../session.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
export type Health = Answer<'/staff/operations/health'>;
export type Backups = Answer<'/staff/operations/backups'>;
export type Drills = Answer<'/staff/operations/drills'>;
export type Drill = Answer<'/staff/operations/drills/{drillId}'>;
export type Findings = Answer<'/staff/operations/findings'>;
export type Listed = Findings['items'][number];

const EACH_MINUTE = 60_000;

export function healthQuery() {
  return queryOptions({
    queryKey: ['operations', 'health'],
    queryFn: () => answerOf(api().GET('/staff/operations/health', {})),
    refetchInterval: EACH_MINUTE,
  });
}

export function figuresQuery() {
  return queryOptions({
    queryKey: ['operations', 'figures'],
    queryFn: () => answerOf(api().GET('/staff/operations/figures', {})),
    refetchInterval: EACH_MINUTE,
  });
}

export function backupsQuery() {
  return queryOptions({
    queryKey: ['operations', 'backups'],
    queryFn: () => answerOf(api().GET('/staff/operations/backups', {})),
  });
}

export function drillsQuery() {
  return queryOptions({
    queryKey: ['operations', 'drills'],
    queryFn: () => answerOf(api().GET('/staff/operations/drills', {})),
  });
}

export function drillQuery(drillId: string) {
  return queryOptions({
    queryKey: ['operations', 'drills', drillId],
    queryFn: () =>
      answerOf(api().GET('/staff/operations/drills/{drillId}', { params: { path: { drillId } } })),
  });
}

export function findingsQuery(list: 'open' | 'settled') {
  return queryOptions({
    queryKey: ['operations', 'findings', list],
    queryFn: () => answerOf(api().GET('/staff/operations/findings', { params: { query: { list } } })),
  });
}

export function findingQuery(findingId: string) {
  return queryOptions({
    queryKey: ['operations', 'findings', findingId],
    queryFn: () =>
      answerOf(api().GET('/staff/operations/findings/{findingId}', { params: { path: { findingId } } })),
  });
}

interface Given {
  readonly command: string;
  readonly seenVersion: number;
  readonly form?: Readonly<Record<string, unknown>>;
}

/** Each press is a command of its own; what was shown is asked anew, also after a refusal. */
function useOperation<Asked>(
  give: (asked: Asked, header: { 'Idempotency-Key': string }) => Promise<unknown>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked) => give(asked, { 'Idempotency-Key': idempotencyKey() }),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  });
}

export function useDrillCommand(drillId: string) {
  return useOperation(({ command, seenVersion, form }: Given, header) =>
    answerOf(
      api().POST('/staff/operations/drills/{drillId}/commands/{command}', {
        params: { path: { drillId, command }, header },
        body: { ...form, seenVersion },
      }),
    ),
  );
}

export function useFindingCommand(findingId: string) {
  return useOperation(({ command, seenVersion, form }: Given, header) =>
    answerOf(
      api().POST('/staff/operations/findings/{findingId}/commands/{command}', {
        params: { path: { findingId, command }, header },
        body: { ...form, seenVersion },
      }),
    ),
  );
}

export function usePlanDrill() {
  return useOperation((body: { subject: string; plannedFor: string; toDo: string[] }, header) =>
    answerOf(api().POST('/staff/operations/drills', { params: { header }, body })),
  );
}
