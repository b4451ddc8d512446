import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { Refusal } from '../domain/refusal.ts';
import { problemAnswer } from './chain.ts';
import { type Login, loginOf } from './identity.ts';
import type { AnyOperation, Operation } from './operation.ts';
import { type FieldProblem, problemOf } from './problem.ts';
import { type ApiEvent, type ApiRequest, readRequest } from './request.ts';

type Shape = z.ZodMiniObject;

export interface Route {
  readonly operation: AnyOperation;
  readonly handle: (event: ApiEvent) => Promise<APIGatewayProxyStructuredResultV2>;
}

/** What a handler answers: the body of the operation's answer, or a refusal with the fields it concerns. */
export type HandlerAnswer<Answer> =
  | { readonly answer: Answer }
  | { readonly refusal: Refusal; readonly problems?: readonly FieldProblem[] };

type Handler<Params, Query, Body, Answer> = (
  request: ApiRequest<Params, Query, Body>,
  login: Login,
) => Promise<HandlerAnswer<Answer>>;

const NOBODY: Login = {
  issuer: '',
  subject: '',
  client: '',
  username: '',
  scopes: [],
  signedInAtEpochSeconds: 0,
};

/** Binds an operation to its handler: parse, identify, handle, respond. */
export function route<
  Params extends Shape,
  Query extends Shape,
  Body extends Shape,
  Answer extends z.ZodMiniType,
>(
  operation: Operation<Params, Query, Body, Answer>,
  handler: Handler<z.output<Params>, z.output<Query>, z.output<Body>, z.input<Answer>>,
): Route {
  return {
    operation,
    handle: async (event) => {
      const login = loginOf(operation.audience, event);
      const request = readRequest(operation, event);
      const answered = await handler(
        {
          ...request,
          params: operation.params.parse(request.params),
          query: operation.query.parse(request.query),
          body: operation.body.parse(request.body),
        },
        login ?? NOBODY,
      );
      return 'refusal' in answered ? refused(answered, request) : respond(operation.status, answered.answer);
    },
  };
}

function refused(
  { refusal, problems }: { refusal: Refusal; problems?: readonly FieldProblem[] },
  request: Pick<ApiRequest<unknown, unknown, unknown>, 'language' | 'reference'>,
): APIGatewayProxyStructuredResultV2 {
  const answer = problemAnswer(problemOf(refusal, { ...request, ...(problems && { problems }) }));
  const wait = refusal.facts?.retryAfterSeconds;
  return wait === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'retry-after': String(wait) } };
}

function respond(status: number, body: unknown): APIGatewayProxyStructuredResultV2 {
  if (status === 204) return { statusCode: 204 };
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
