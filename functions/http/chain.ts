import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import jsonBodyParser from '@middy/http-json-body-parser';
import httpRouter, { type Route as RouterRoute } from '@middy/http-router';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../domain/language.ts';
import { log, logFailure, startLog } from '../log.ts';
import type { EdgeSecrets } from '../ports/edge-secrets.ts';
import { BadCursor } from '../ports/record-lists.ts';
import { hasWords } from '../words/catalogue.ts';
import { speak } from '../words/speak.ts';
import { BadRequest } from './bad-request.ts';
import { throughEdge } from './edge.ts';
import { type FieldProblem, problemOf } from './problem.ts';
import { type ApiEvent, languageOf } from './request.ts';
import type { Route } from './route.ts';

const MOST_BODY_BYTES = 128 * 1024;

/**
 * The one chain of every API function, outermost first: log context, problems, security headers, the edge, headers and
 * body, then the route, which parses by its operation's schemas and identifies the caller.
 */
export function makeApi(routes: readonly Route[], edge: EdgeSecrets | undefined) {
  return middy<ApiEvent, APIGatewayProxyStructuredResultV2>()
    .use(logContext())
    .use(problems())
    .use(
      httpSecurityHeaders({
        contentSecurityPolicy: { 'default-src': "'none'", 'frame-ancestors': "'none'" },
      }),
    )
    .use(noStore())
    .use(throughEdge(edge))
    .use(httpHeaderNormalizer())
    .use(bodyLimit())
    .use(jsonBody())
    .handler(httpRouter(routes.map(routerRoute)));
}

function routerRoute({ operation, handle }: Route): RouterRoute<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return { method: operation.method, path: operation.path, handler: handle };
}

function logContext(): middy.MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return {
    before: ({ event }) => {
      const { requestId, http } = event.requestContext;
      startLog({ reference: requestId });
      log('REQUEST_STARTED', { method: http.method, route: event.routeKey });
    },
    after: ({ response }) => log('REQUEST_COMPLETED', { status: response?.statusCode }),
  };
}

/** Refusals thrown by the chain become problem documents; anything else is logged once and a bare 500 with a reference. */
function problems(): middy.MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return {
    onError: (request) => {
      const { event, error } = request;
      const reference = event.requestContext.requestId;
      const language = languageOf(event.headers?.['accept-language']);
      const refusal = refusalOf(error);
      if (refusal === undefined) logFailure('REQUEST_FAILED', error);
      else log('REQUEST_REFUSED', { kind: refusal.refusal.kind });
      const said = refusal ?? { refusal: { kind: 'unexpected', facts: { reference } }, problems: [] };
      const body = problemOf(said.refusal, { language, reference, ...listed(said.problems, language) });
      request.response = problemAnswer(refusal === undefined ? { ...body, status: 500 } : body);
    },
  };
}

function listed(
  problems: readonly { path: string; kind: string }[],
  language: Language,
): { problems?: FieldProblem[] } {
  if (problems.length === 0) return {};
  const words = speak(language);
  const text = (kind: string) =>
    words(hasWords(`problem.${kind}`) ? `problem.${kind}` : 'problem.not-understood');
  return { problems: problems.map((one) => ({ ...one, text: text(one.kind) })) };
}

export function problemAnswer(problem: { readonly status: number }): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body: JSON.stringify(problem),
  };
}

/** Errors of the libraries in the chain carry a status and no words of ours. */
function refusalOf(
  error: unknown,
): { refusal: BadRequest['refusal']; problems: BadRequest['problems'] } | undefined {
  if (error instanceof BadRequest) return { refusal: error.refusal, problems: error.problems };
  if (error instanceof BadCursor) return { refusal: { kind: 'bad-cursor' }, problems: [] };
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 404) return { refusal: { kind: 'no-such-page' }, problems: [] };
  if (status === 415 || status === 422 || status === 400)
    return { refusal: { kind: 'not-json' }, problems: [] };
  return undefined;
}

/** Answers carry personal data: no cache keeps them, on a shared counter least of all. */
function noStore(): middy.MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return {
    after: ({ response }) => {
      if (response) response.headers = { 'cache-control': 'no-store', ...response.headers };
    },
  };
}

/** Whatever a caller says it sends is read as JSON; who sends nothing is not asked for any. */
function jsonBody(): middy.MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> {
  const { before } = jsonBodyParser({ disableContentTypeCheck: true });
  return { before: (request) => (request.event.body ? before?.(request) : undefined) };
}

function bodyLimit(): middy.MiddlewareObj<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return {
    before: ({ event }) => {
      const bytes = Buffer.byteLength(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
      if (bytes > MOST_BODY_BYTES)
        throw new BadRequest({ kind: 'body-too-large', facts: { mostBytes: MOST_BODY_BYTES } });
    },
  };
}
