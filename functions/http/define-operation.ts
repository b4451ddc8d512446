import * as z from 'zod/mini';
import type { Operation } from './operation.ts';

type Shape = z.ZodMiniObject;

const nothing = z.strictObject({});

/** An operation that takes nothing and answers 200; each description begins with it and says what it takes. */
export const TAKES_NOTHING = {
  params: nothing,
  query: nothing,
  body: nothing,
  status: 200,
  idempotent: false,
} as const;

/** Describes an operation, so that its handler, its checks and its documentation have one source. */
export function defineOperation<
  Params extends Shape,
  Query extends Shape,
  Body extends Shape,
  Answer extends z.ZodMiniType,
>(described: Operation<Params, Query, Body, Answer>): Operation<Params, Query, Body, Answer> {
  return described;
}
