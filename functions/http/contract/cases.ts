import * as z from 'zod/mini';
import { caseState } from '../../domain/case/state.ts';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import {
  answers,
  card,
  clock,
  commandBody,
  cursor,
  explained,
  ofCase,
  ofCommand,
  paged,
  pageOf,
  versionAnswer,
} from './shared.ts';

const listedCase = z.object({ caseId: z.string(), version: z.int(), card });
export const queue = z.enum([
  'mine',
  'intake',
  'review',
  'approval',
  'making',
  'issuing',
  'counter',
  'calls',
]);

export const listQueue = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'listQueue',
  summary: 'My desk, or a queue of my hall; most urgent first',
  audience: 'staff',
  method: 'GET',
  path: '/staff/queues/{queue}',
  params: z.strictObject({ queue }),
  query: paged,
  answer: pageOf(listedCase),
});

export const searchCases = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'searchCases',
  summary: 'Cases by receipt number, or by the applicant’s identity number',
  audience: 'staff',
  method: 'GET',
  path: '/staff/search',
  query: z.strictObject({ number: z.string().check(z.minLength(4), z.maxLength(60)), cursor }),
  answer: pageOf(listedCase),
});

export const readCase = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readCase',
  summary: 'A case of my hall, whole; reading it is on record',
  audience: 'staff',
  method: 'GET',
  path: '/staff/cases/{caseId}',
  params: ofCase,
  answer: z.object({
    caseId: z.string(),
    version: z.int(),
    hall: z.string(),
    state: caseState,
    answers,
    texts: z.record(z.string(), z.string()),
    fileNames: z.record(z.string(), z.string()),
    clock: z.exactOptional(clock),
    commands: z.array(explained),
    service: z.object({ id: z.string(), version: z.int() }),
  }),
});

export const readHistory = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readHistory',
  summary: 'What happened on a case, newest first',
  audience: 'staff',
  method: 'GET',
  path: '/staff/cases/{caseId}/history',
  params: ofCase,
  query: paged,
  answer: pageOf(
    z.object({
      version: z.int(),
      at: z.string(),
      effectiveAt: z.string(),
      by: z.object({ kind: z.string(), id: z.string(), onBehalfOf: z.exactOptional(z.string()) }),
      event: z.string(),
    }),
  ),
});

export const giveCaseCommand = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'giveCaseCommand',
  summary: 'A command of the lifecycle on a case of my hall',
  audience: 'staff',
  method: 'POST',
  path: '/staff/cases/{caseId}/commands/{command}',
  params: ofCommand,
  body: commandBody,
  answer: versionAnswer,
  idempotent: true,
});

export const cases = [listQueue, searchCases, readCase, readHistory, giveCaseCommand];
