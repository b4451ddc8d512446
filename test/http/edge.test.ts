import { hash } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { makeApi } from '../../functions/http/chain.ts';
import { defineOperation, TAKES_NOTHING } from '../../functions/http/define-operation.ts';
import { route } from '../../functions/http/route.ts';
import type { EdgeSecrets } from '../../functions/ports/edge-secrets.ts';

const whoAmI = defineOperation({
  ...TAKES_NOTHING,
  audience: 'public',
  summary: 'For this test',
  answer: z.unknown(),
  operationId: 'who-am-i',
  method: 'GET',
  path: '/public/address',
});

function setup(secrets: EdgeSecrets | undefined) {
  let handled = 0;
  const handle = route(whoAmI, async ({ address }) => {
    handled += 1;
    return { answer: address };
  });
  const api = makeApi([handle], secrets);
  const ask = async (headers: Record<string, string>, address = '203.0.113.9') => {
    const event = {
      version: '2.0',
      routeKey: 'GET /public/address',
      rawPath: '/public/address',
      headers,
      requestContext: {
        requestId: 'r-1',
        http: { method: 'GET', path: '/public/address', sourceIp: address },
        timeEpoch: 1_772_413_800_000,
      },
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
    const answer = await api(event, {} as Context);
    return { status: answer?.statusCode, body: JSON.parse(String(answer?.body ?? 'null')) };
  };
  return { ask, handled: () => handled };
}

const standing = (...words: string[]): EdgeSecrets => ({
  standing: async () => words.map((word) => hash('sha256', word)),
});

describe('the API behind an edge', () => {
  test.each([
    ['no word at all', {}],
    ['an empty word', { 'x-banli-edge': '' }],
    ['an old word', { 'x-banli-edge': 'the one before last' }],
    ['the hash of the word', { 'x-banli-edge': hash('sha256', 'new') }],
    ['part of the word', { 'x-banli-edge': 'ne' }],
  ])('[R29] refuses %s with 403, before anything of the route runs', async (_, headers) => {
    const { ask, handled } = setup(standing('new', 'current'));
    expect(await ask(headers as Record<string, string>)).toMatchObject({
      status: 403,
      body: { kind: 'not-through-edge' },
    });
    expect(handled()).toBe(0);
  });

  test('[R29] takes both values while they are being turned', async () => {
    const { ask } = setup(standing('new', 'current'));
    expect((await ask({ 'x-banli-edge': 'new' })).status).toBe(200);
    expect((await ask({ 'x-banli-edge': 'current' })).status).toBe(200);
  });

  test('[R29] refuses everything until the first value was set', async () => {
    expect((await setup(standing()).ask({ 'x-banli-edge': 'anything' })).status).toBe(403);
  });

  test('[R29] answers nobody when it cannot learn which values stand', async () => {
    const unreadable = { standing: async () => Promise.reject(new Error('no table')) };
    expect((await setup(unreadable).ask({ 'x-banli-edge': 'new' })).status).toBe(500);
  });

  test('[R20] counts by the address of the caller, not of the edge', async () => {
    const headers = { 'x-banli-edge': 'new', 'x-banli-viewer': '198.51.100.7' };
    expect((await setup(standing('new')).ask(headers)).body).toBe('198.51.100.7');
  });
});

test('[R29] a stage without an edge believes no caller about its address', async () => {
  const answer = await setup(undefined).ask({ 'x-banli-viewer': '198.51.100.7' });
  expect(answer.body).toBe('203.0.113.9');
});
