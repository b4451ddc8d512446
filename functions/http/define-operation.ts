import * as z from 'zod/mini';
import type { Operation } from './operation.ts';

type Shape = z.ZodMiniObject;

/** Describes an operation; what it does not take (params, query, body) is an empty object that refuses all fields. */
export function defineOperation<
  Answer extends z.ZodMiniType,
  Params extends Shape = z.ZodMiniObject<Record<never, never>>,
  Query extends Shape = z.ZodMiniObject<Record<never, never>>,
  Body extends Shape = z.ZodMiniObject<Record<never, never>>,
>(
  described: Pick<
    Operation<Params, Query, Body, Answer>,
    'operationId' | 'summary' | 'audience' | 'method' | 'path' | 'answer'
  > &
    Partial<
      Pick<Operation<Params, Query, Body, Answer>, 'params' | 'query' | 'body' | 'status' | 'idempotent'>
    >,
) {
  const nothing = z.strictObject({});
  return {
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    idempotent: false,
    ...described,
  } as const;
}
