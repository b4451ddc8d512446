import * as z from 'zod/mini';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { ownCase } from './own-case.ts';
import {
  answers,
  commandBody,
  id,
  language,
  localized,
  ofCase,
  ofCommand,
  outcome,
  paged,
  pageOf,
  status,
  versionAnswer,
  whoseTurn,
} from './shared.ts';

export const readMe = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readMe',
  summary: 'Who is signed in',
  audience: 'me',
  method: 'GET',
  path: '/me',
  answer: z.object({
    personId: z.string(),
    contacts: z.array(z.object({ channel: z.enum(['mail', 'sms']), address: z.string() })),
    assurance: z.enum(['contact', 'checked']),
    language,
  }),
});

export const listOwnCases = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'listOwnCases',
  summary: 'My cases and drafts, newest first',
  audience: 'me',
  method: 'GET',
  path: '/me/cases',
  query: paged,
  answer: pageOf(
    z.object({
      caseId: z.string(),
      service: z.object({ id: z.string(), name: localized }),
      status,
      outcome,
      whoseTurn,
      receiptNumber: z.exactOptional(z.string()),
      at: z.string(),
      dueDate: z.exactOptional(z.string()),
    }),
  ),
});

export const beginApplication = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'beginApplication',
  summary: 'Opens a draft; the same key opens the same draft',
  audience: 'me',
  method: 'POST',
  path: '/me/cases',
  body: z.strictObject({ serviceId: id }),
  answer: z.object({ caseId: z.string(), version: z.int() }),
  status: 201,
  idempotent: true,
});

export const readOwnCase = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readOwnCase',
  summary: 'One of my cases, whole',
  audience: 'me',
  method: 'GET',
  path: '/me/cases/{caseId}',
  params: ofCase,
  answer: ownCase,
});

export const saveDraft = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'saveDraft',
  summary: 'Keeps the working copy of a draft; `revision` is one more than the one last seen',
  audience: 'me',
  method: 'PUT',
  path: '/me/cases/{caseId}/draft',
  params: ofCase,
  body: z.strictObject({ revision: z.int(), answers }),
  answer: z.object({ revision: z.int(), savedAt: z.string() }),
});

export const giveOwnCommand = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'giveOwnCommand',
  summary: 'Submit, supplement, correct, withdraw',
  audience: 'me',
  method: 'POST',
  path: '/me/cases/{caseId}/commands/{command}',
  params: ofCommand,
  body: commandBody,
  answer: versionAnswer,
  idempotent: true,
});

export const listReaders = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'listReaders',
  summary: 'Who looked at my file',
  audience: 'me',
  method: 'GET',
  path: '/me/cases/{caseId}/readers',
  params: ofCase,
  query: paged,
  answer: pageOf(z.object({ at: z.string(), who: z.string(), role: z.string(), purpose: z.string() })),
});

export const applications = [
  readMe,
  listOwnCases,
  beginApplication,
  readOwnCase,
  saveDraft,
  giveOwnCommand,
  listReaders,
];
