import type * as z from 'zod/mini';

/** Who may call a path at all: its first segment says so, and the authorizer in front of it. */
export type Audience = 'public' | 'me' | 'staff' | 'system';

type Shape = z.ZodMiniObject;

/**
 * One operation of the API: the schemas here check requests, type the handler, and make the API description.
 * Bodies are objects; unknown fields in them are refused.
 */
export interface Operation<
  Params extends Shape,
  Query extends Shape,
  Body extends Shape,
  Answer extends z.ZodMiniType,
> {
  readonly operationId: string;
  readonly summary: string;
  readonly audience: Audience;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/me/cases/{caseId}`: begins with the audience. */
  readonly path: `/${string}`;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
  readonly status: 200 | 201 | 202 | 204;
  /** Needs an `Idempotency-Key` header. */
  readonly idempotent: boolean;
}

export type AnyOperation = Operation<Shape, Shape, Shape, z.ZodMiniType>;
