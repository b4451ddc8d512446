import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod/mini';
import { isLanguage, type Language } from '../domain/language.ts';
import { BadRequest } from './bad-request.ts';
import type { AnyOperation } from './operation.ts';

export type ApiEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** A request as handlers see it: parsed and typed; nothing of the raw event is left. */
export interface ApiRequest<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly language: Language;
  /** Instant of the request at the gateway: the `now` of every command. */
  readonly now: string;
  readonly idempotencyKey: string;
  /** Number a person can tell to the hotline; finds the log lines. */
  readonly reference: string;
  /** Network address at the gateway; for limits only, never kept in clear. */
  readonly address: string;
}

const IDEMPOTENCY_KEY = /^[\w-]{8,64}$/;

/** Parses path, query and body by the operation's schemas. Throws `BadRequest` with one problem per bad field. */
export function readRequest(operation: AnyOperation, event: ApiEvent) {
  return {
    params: parse(operation.params, event.pathParameters ?? {}, 'path'),
    query: parse(operation.query, event.queryStringParameters ?? {}, 'query'),
    body: parse(operation.body, bodyOf(event), 'body'),
    language: languageOf(event.headers['accept-language']),
    now: new Date(event.requestContext.timeEpoch).toISOString().replace('.000Z', 'Z'),
    idempotencyKey: idempotencyKeyOf(operation, event),
    reference: event.requestContext.requestId,
    address: event.requestContext.http.sourceIp,
  };
}

/** The first language of `Accept-Language` that we speak; regional forms fold to their script. */
export function languageOf(header: string | undefined): Language {
  for (const range of (header ?? '').split(',')) {
    const tag = range.split(';')[0]?.trim() ?? '';
    if (isLanguage(tag)) return tag;
    if (/^zh\b/i.test(tag)) return /^zh-(cn|sg|hans)/i.test(tag) ? 'zh-Hans' : 'zh-Hant';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-Hant';
}

function bodyOf(event: ApiEvent): unknown {
  const body: unknown = event.body;
  return body === undefined || body === null ? {} : body;
}

function idempotencyKeyOf(operation: AnyOperation, event: ApiEvent): string {
  const key = event.headers['idempotency-key'];
  if (!operation.idempotent) return '';
  if (key === undefined || !IDEMPOTENCY_KEY.test(key))
    throw new BadRequest({ kind: 'idempotency-key-missing' });
  return key;
}

function parse(schema: z.ZodMiniType, value: unknown, where: string): unknown {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, code }) => ({
    path: [where, ...path].join('/'),
    kind: code,
  }));
  throw new BadRequest({ kind: 'invalid-request' }, problems);
}
