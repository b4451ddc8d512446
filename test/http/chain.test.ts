import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { makeApi } from '../../functions/http/chain.ts';
import { defineOperation, TAKES_NOTHING } from '../../functions/http/define-operation.ts';
import { route } from '../../functions/http/route.ts';

const described = {
  ...TAKES_NOTHING,
  audience: 'public',
  summary: 'For this test',
  answer: z.unknown(),
} as const;
const read = defineOperation({ ...described, operationId: 'read', method: 'GET', path: '/public/things' });
const write = defineOperation({
  ...described,
  operationId: 'write',
  method: 'POST',
  path: '/public/things',
  body: z.strictObject({ name: z.string() }),
});

const api = makeApi(
  [route(read, async () => ({ answer: 'read' })), route(write, async ({ body }) => ({ answer: body.name }))],
  undefined,
);

async function ask(method: string, body?: string) {
  const event = {
    version: '2.0',
    routeKey: `${method} /public/things`,
    rawPath: '/public/things',
    headers: {},
    requestContext: {
      requestId: 'r-1',
      http: { method, path: '/public/things' },
      timeEpoch: 1_772_413_800_000,
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body }),
  } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
  const answer = await api(event, {} as Context);
  return { status: answer?.statusCode, body: JSON.parse(String(answer?.body ?? 'null')) };
}

test('a body that is no JSON is refused with a problem document', async () => {
  expect(await ask('POST', '{"name":')).toMatchObject({ status: 400, body: { kind: 'not-json' } });
});

test('a missing body is refused for its missing fields, not for its form', async () => {
  const answer = await ask('POST');
  expect(answer).toMatchObject({ status: 422, body: { problems: [{ path: 'body/name' }] } });
});

test('reading needs no body', async () => {
  expect(await ask('GET')).toEqual({ status: 200, body: 'read' });
});

test('a body is read as JSON whatever its content type', async () => {
  expect(await ask('POST', '{"name":"li"}')).toEqual({ status: 200, body: 'li' });
});
