import * as z from 'zod/mini';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { caseState } from '../domain/case/state.ts';
import { question } from '../domain/catalogue/question.ts';
import { legalBasis, limitRule, pauseRule } from '../domain/clock/rule.ts';
import { API_CONTRACT } from './contract/index.ts';
import { answers, card, clock, localized } from './contract/shared.ts';
import type { AnyOperation } from './operation.ts';

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  kind: z.string(),
  next: z.string(),
  reference: z.string(),
  problems: z.exactOptional(z.array(z.object({ path: z.string(), kind: z.string(), text: z.string() }))),
  version: z.exactOptional(z.int()),
  session: z.exactOptional(z.string()),
});

const NAMED: Readonly<Record<string, z.ZodMiniType>> = {
  Problem: problem,
  LocalizedText: localized,
  LegalBasis: legalBasis,
  Limit: limitRule,
  Pause: pauseRule,
  Question: question,
  CaseState: caseState,
  Clock: clock,
  Answers: answers,
  Card: card,
};
for (const [id, schema] of Object.entries(NAMED)) z.globalRegistry.add(schema, { id });

/** The API as an OpenAPI 3.1 document, from the same schemas that check its requests. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [capability, operations] of Object.entries(API_CONTRACT)) {
    for (const operation of operations) {
      paths[operation.path] = {
        ...paths[operation.path],
        [operation.method.toLowerCase()]: describe(capability, operation),
      };
    }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Banli',
      version: '1.0.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Refusals are problem documents (RFC 9457) in the language asked for. What the gateway itself answers (401, 404 outside these paths, 413, 429, 503) is `{"message"}`.',
    },
    servers: [{ url: '/' }],
    tags: Object.keys(API_CONTRACT).map((name) => ({ name })),
    components: {
      securitySchemes: {
        customer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        system: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
    paths,
  });
}

const SECURITY = { public: [], me: [{ customer: [] }], staff: [{ staff: [] }], system: [{ system: [] }] };

function describe(capability: string, operation: AnyOperation): ZodOpenApiOperationObject {
  const { operationId, summary, audience, params, query, body, answer, status, idempotent, method } =
    operation;
  const header = z.object(idempotent ? { 'Idempotency-Key': z.string() } : {});
  return {
    operationId,
    summary,
    tags: [capability],
    security: SECURITY[audience],
    requestParams: { path: params, query, ...(idempotent && { header }) },
    ...(method !== 'GET' &&
      method !== 'DELETE' &&
      hasFields(body) && { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      [String(status)]: { description: summary, content: { 'application/json': { schema: answer } } },
      '4XX': { description: 'Refused', content: { 'application/problem+json': { schema: problem } } },
      default: {
        description: 'A fault on our side',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
}

function hasFields(body: AnyOperation['body']): boolean {
  return Object.keys(body.shape).length > 0;
}
