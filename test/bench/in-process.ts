import diagnostics from 'node:diagnostics_channel';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { decodeJwt } from 'jose';
import type { AnyOperation } from '../../functions/http/operation.ts';
import { environmentFor } from '../../local/aws.ts';
import { root } from '../../local/places.ts';
import { cloud } from '../integration/support/cloud.ts';

type Handler = (event: unknown, context: unknown) => Promise<APIGatewayProxyStructuredResultV2>;

/** What a deployed function is told by its stage, with the local cloud's address. */
export async function configurationOf(folder: string): Promise<Readonly<Record<string, string | undefined>>> {
  const FunctionName = `banli-local-${folder.split('/').at(-1)}`;
  const { Environment } = await cloud.clients.lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName }),
  );
  const { PATH: _path, HOME: _home, ...aws } = environmentFor(cloud.endpoint, cloud.region);
  return { ...aws, ...Environment?.Variables };
}

/** The function of a capability in this process, configured as its deployed one is, against the local cloud. */
export async function handlerOf(folder: string): Promise<Handler> {
  Object.assign(process.env, await configurationOf(folder));
  const { handler }: { handler: Handler } = await import(join(root, 'functions', folder, 'index.ts'));
  return handler;
}

/** A request as the gateway hands it on. */
export function requestOf(
  { method, path }: Pick<AnyOperation, 'method' | 'path'>,
  token: string,
  more: { readonly params?: object; readonly query?: object; readonly body?: unknown } = {},
) {
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    headers: {
      'accept-language': 'zh-Hant',
      'idempotency-key': `bench-${Date.now()}-${Math.random()}`.slice(0, 40).replace('.', '-'),
    },
    pathParameters: more.params,
    queryStringParameters: more.query,
    body: more.body === undefined ? undefined : JSON.stringify(more.body),
    isBase64Encoded: false,
    requestContext: {
      requestId: 'bench',
      timeEpoch: Date.now(),
      http: { method, path, sourceIp: '127.0.0.1' },
      authorizer: { jwt: { claims: decodeJwt(token), scopes: [] } },
    },
  };
}

export interface TimedCall {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** The class under every client of the SDK: one place to time them all. */
const anyClient: { prototype: { send: (...given: unknown[]) => Promise<unknown> } } =
  Object.getPrototypeOf(DynamoDBClient);

/** Every call to AWS that `work` makes in this process: how long its client took, and the bytes of the answer. */
export async function timingCalls<T>(
  work: () => Promise<T>,
): Promise<{ result: T; calls: readonly TimedCall[]; milliseconds: number }> {
  const calls: TimedCall[] = [];
  let bytes = 0;
  const onFinish = (message: unknown) => {
    bytes += responseBytes(message);
  };
  const { send } = anyClient.prototype;
  anyClient.prototype.send = async function timed(...given) {
    const [began, before] = [performance.now(), bytes];
    try {
      return await send.apply(this, given);
    } finally {
      calls.push({ milliseconds: performance.now() - began, bytes: bytes - before });
    }
  };
  diagnostics.subscribe('http.client.response.finish', onFinish);
  const from = performance.now();
  try {
    const result = await work();
    return { result, calls, milliseconds: performance.now() - from };
  } finally {
    diagnostics.unsubscribe('http.client.response.finish', onFinish);
    anyClient.prototype.send = send;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what Node publishes there has no types
const responseBytes = (message: any) => Number(message.response?.headers['content-length'] ?? 0);
