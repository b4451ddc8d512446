import { Validator } from '@cfworker/json-schema';
import { fc } from '@fast-check/vitest';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyOperation } from '../../functions/http/operation.ts';
import { type Answered, type Asked, OPERATIONS } from '../support/api/gateway.ts';
import { type Scene, sceneAt } from '../support/api/scenes.ts';
import {
  bodyOf,
  broken,
  COMPONENTS,
  DESCRIBED,
  HOSTILE_TEXTS,
  parametersOf,
  type Schema,
  valid,
} from '../support/arbitraries/requests.ts';
import { logLines } from '../support/log-lines.ts';

const TOKENS = {
  me: { of: 'customers', subject: 'the applicant' },
  staff: { of: 'staff', subject: 'supervisor' },
  system: { of: 'machines', subject: 'a machine' },
  public: undefined,
} as const;

const STATUSES = ['draft', 'awaiting-supplement', 'in-review', 'awaiting-collection'] as const;
const scenes: Scene[] = [];

beforeAll(async () => {
  for (const status of STATUSES) scenes.push(await sceneAt(status));
}, 60_000);

/** Ids that exist beside those that do not, so that a good part of the requests gets past the door. */
const KNOWN: Readonly<Record<string, string>> = {
  caseId: 'c1',
  recordId: 'c1',
  personId: 'person-reviewer',
  serviceId: 'sole-trader-registration',
  receiptNumber: 'BL26030222222222T',
};

function requests({ operationId }: AnyOperation, how: (schema: Schema) => fc.Arbitrary<unknown>) {
  const described = DESCRIBED.get(operationId);
  if (described === undefined) throw new Error(`${operationId} is not in the description`);
  const body = bodyOf(described);
  return fc.record({
    params: parametersOf(described, 'path', how),
    known: fc.boolean(),
    query: parametersOf(described, 'query', how),
    body: body === undefined ? fc.constant(undefined) : how(body),
    key: fc.constantFrom('key-12345678', '', 'short', 'k'.repeat(64)),
    scene: fc.nat({ max: STATUSES.length - 1 }),
  });
}

type Request = ReturnType<typeof requests> extends fc.Arbitrary<infer One> ? One : never;

async function send(operation: AnyOperation, { params, known, query, body, key, scene }: Request) {
  const own = Object.entries(KNOWN).filter(([name]) => name in params);
  const asked: Asked = {
    token: TOKENS[operation.audience],
    params: { ...params, ...(known && Object.fromEntries(own)) },
    query,
    key,
    ...(body !== undefined && { body }),
  };
  const { world, again } = scenes[scene] ?? (await sceneAt('draft'));
  const answer = await world.call(operation, asked);
  again();
  return answer;
}

/** Never a fault, a problem document for every refusal, and every answer as the description says. */
function expectTrue({ operationId, status: promised }: AnyOperation, { status, headers, body }: Answered) {
  expect(status, JSON.stringify(body)).not.toBe(500);
  if (status >= 300) {
    expect(headers['content-type']).toContain('application/problem+json');
    expectSchema({ $ref: '#/components/schemas/Problem' }, body);
    expect([body.title, body.next].every((said) => typeof said === 'string' && said !== '')).toBe(true);
    return;
  }
  expect(status).toBe(promised);
  const schema = DESCRIBED.get(operationId)?.responses[String(status)]?.content?.['application/json']?.schema;
  if (schema !== undefined) expectSchema(schema, body);
}

const validators = new Map<string, Validator>();

/** Made once for each schema: making one reads the whole description. */
function validatorOf(schema: Schema): Validator {
  const key = JSON.stringify(schema);
  const whole = { ...schema, components: { schemas: COMPONENTS } } as never;
  const validator = validators.get(key) ?? new Validator(whole, '2020-12');
  validators.set(key, validator);
  return validator;
}

function expectSchema(schema: Schema, value: unknown) {
  const { valid: holds, errors } = validatorOf(schema).validate(value);
  expect(holds, JSON.stringify(errors.slice(0, 3))).toBe(true);
}

describe('[R22] a request made from the API’s own description', () => {
  test.each(OPERATIONS.map((one) => [one.operationId, one] as const))('%s', async (_id, operation) => {
    logLines();
    for (const how of [valid, broken])
      await fc.assert(
        fc.asyncProperty(requests(operation, how), async (request) => {
          expectTrue(operation, await send(operation, request));
        }),
        { numRuns: 12 },
      );
  });
});

describe('[R23] what was not meant well is refused or kept, and never a fault', () => {
  const writing = OPERATIONS.filter(({ body }) => Object.keys(body.shape).length > 0);

  test.each(writing.map((one) => [one.operationId, one] as const))(
    'in every field of %s',
    async (_id, operation) => {
      logLines();
      const { world, again } = scenes[0] ?? (await sceneAt('draft'));
      const [sample] = fc.sample(requests(operation, valid), 1);
      for (const hostile of HOSTILE_TEXTS) {
        for (const field of Object.keys(operation.body.shape)) {
          const body = { ...Object(sample?.body), [field]: hostile };
          const params = { ...sample?.params, ...KNOWN };
          const asked = { token: TOKENS[operation.audience], params, body, key: 'key-12345678' };
          expectTrue(operation, await world.call(operation, asked));
          again();
        }
      }
    },
  );

  test.each([
    ['ten megabytes', () => JSON.stringify({ a: 'x'.repeat(10 * 1024 * 1024) }), 413],
    ['a hundred thousand brackets', () => '['.repeat(100_000), 400],
    ['twenty thousand nested objects', () => `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 400],
    ['a prototype', () => '{"__proto__":{"administrator":true}}', 400],
    ['half a character', () => '{"contact":"\\ud800","idTail":"\\udfff\\u0000aa","language":"en"}', 422],
    ['no object', () => '"text"', 422],
    ['null', () => 'null', 422],
    ['nothing closed', () => '{"a":', 400],
    ['two values', () => '{}{}', 400],
    ['a byte order mark', () => '\ufeff{}', 400],
  ])('%s for a body', async (_name, text, status) => {
    logLines();
    const { world } = scenes[0] ?? (await sceneAt('draft'));
    const operation = OPERATIONS.find(({ operationId }) => operationId === 'startSignIn');
    if (operation === undefined) throw new Error('no such operation');
    const answer = await world.call(operation, { text: text() });
    expectTrue(operation, answer);
    expect(answer.status).toBe(status);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
