import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { makeApi } from '../../../functions/http/chain.ts';
import { API_CONTRACT } from '../../../functions/http/contract/index.ts';
import type { AnyOperation } from '../../../functions/http/operation.ts';
import type { Route } from '../../../functions/http/route.ts';

/** Whose token it is: the pool or client that gave it, and its subject there. */
export interface Token {
  readonly of: 'customers' | 'staff' | 'machines';
  readonly subject: string;
  readonly signedInAtEpochSeconds?: number;
}

export interface Asked {
  readonly token?: Token | undefined;
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  /** Text of the body where it is to be no JSON of an object. */
  readonly text?: string | undefined;
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // Tests look at answers freely.
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer is what it asserts
  readonly body: any;
}

const ISSUER_OF = { me: 'customers', staff: 'staff', system: 'machines', public: undefined } as const;

export const OPERATIONS: readonly AnyOperation[] = Object.values(API_CONTRACT).flat();

/**
 * The API in one process: the chain and routes of each capability as they are deployed, behind what the gateway does
 * with a token (an authorizer per first segment of the path) and with a path.
 */
export function makeGateway(routesOf: Readonly<Record<string, readonly Route[]>>, now: () => string) {
  const handlers = new Map(
    Object.entries(API_CONTRACT).flatMap(([capability, operations]) => {
      const handler = makeApi(routesOf[capability] ?? [], undefined);
      return operations.map(({ operationId }) => [operationId, handler] as const);
    }),
  );
  return async (operation: AnyOperation, asked: Asked = {}): Promise<Answered> => {
    const issuer = ISSUER_OF[operation.audience];
    if (issuer !== undefined && asked.token?.of !== issuer)
      return { status: 401, headers: {}, body: { message: 'Unauthorized' } };
    const handler = handlers.get(operation.operationId);
    if (handler === undefined) throw new Error(`No function serves ${operation.operationId}`);
    const answer = await handler(eventOf(operation, asked, now()), {} as Context);
    const headers = Object.entries(answer?.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]);
    const body = answer?.body === undefined ? undefined : JSON.parse(answer.body);
    return { status: answer?.statusCode ?? 0, headers: Object.fromEntries(headers), body };
  };
}

function eventOf(
  { method, path, audience }: AnyOperation,
  { token, params = {}, query, body, text, key, headers }: Asked,
  now: string,
) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()),
  );
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const event = {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: filled,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      'accept-language': 'zh-Hant',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...headers,
    },
    ...(query && { queryStringParameters: query }),
    ...(Object.keys(params).length > 0 && { pathParameters: params }),
    requestContext: {
      requestId: 'reference-1',
      routeKey: `${method} ${path}`,
      timeEpoch: Date.parse(now),
      http: { method, path: filled, sourceIp: '198.51.100.7' },
      ...(token && audience !== 'public' && { authorizer: { jwt: { claims: claimsOf(token, now) } } }),
    },
    isBase64Encoded: false,
    ...(sent !== undefined && { body: sent }),
  };
  return event as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
}

function claimsOf({ of, subject, signedInAtEpochSeconds }: Token, now: string) {
  const seconds = Math.floor(Date.parse(now) / 1000);
  return {
    iss: of === 'machines' ? 'staff' : of,
    sub: subject,
    username: subject,
    token_use: 'access',
    exp: String(seconds + 900),
    auth_time: String(signedInAtEpochSeconds ?? seconds - 60),
  };
}
