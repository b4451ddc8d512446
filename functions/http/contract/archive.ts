import * as z from 'zod/mini';
import { outcome } from '../../domain/case/state-parts.ts';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { card, explained, id, ofCase, paged, pageOf, versionAnswer } from './shared.ts';

const listStatus = z.enum(['drafted', 'reviewed', 'approved', 'rejected', 'carried-out']);
const done = z.object({
  act: z.enum(['drafted', 'reviewed', 'approved', 'rejected']),
  personId: z.string(),
  at: z.string(),
});

export const listDueForDestruction = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'listDueForDestruction',
  summary: 'Filed cases of my hall whose retention is over, the longest over first',
  audience: 'staff',
  method: 'GET',
  path: '/staff/archive/due',
  query: paged,
  answer: pageOf(z.object({ caseId: z.string(), version: z.int(), card })),
});

export const listDestructionLists = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'listDestructionLists',
  summary: 'Destruction lists of my hall, open ones first',
  audience: 'staff',
  method: 'GET',
  path: '/staff/archive/destruction-lists',
  query: paged,
  answer: pageOf(z.object({ listId: z.string(), version: z.int(), card })),
});

export const draftDestructionList = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'draftDestructionList',
  summary: 'Drafts a destruction list with its appraisal; refused with what may not be destroyed',
  audience: 'staff',
  method: 'POST',
  path: '/staff/archive/destruction-lists',
  body: z.strictObject({
    caseIds: z.array(id).check(z.minLength(1), z.maxLength(100)),
    appraisal: z.string().check(z.minLength(5), z.maxLength(2000)),
  }),
  answer: z.object({ listId: z.string(), version: z.int() }),
  status: 201,
  idempotent: true,
});

const ofList = z.strictObject({ listId: id });

export const readDestructionList = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readDestructionList',
  summary: 'A destruction list whole: what is on it, what stops any of it now, and what I may do',
  audience: 'staff',
  method: 'GET',
  path: '/staff/archive/destruction-lists/{listId}',
  params: ofList,
  answer: z.object({
    listId: z.string(),
    version: z.int(),
    status: listStatus,
    appraisal: z.string(),
    rejection: z.exactOptional(z.string()),
    items: z.array(
      z.object({
        caseId: z.string(),
        receiptNumber: z.string(),
        service: z.string(),
        outcome,
        retainUntil: z.string(),
        /** Why it may not be destroyed now, or why it was kept, in the language asked for. */
        stopped: z.exactOptional(z.string()),
        destroyed: z.boolean(),
      }),
    ),
    acts: z.array(done),
    completeOn: z.exactOptional(z.string()),
    commands: z.array(explained),
  }),
});

export const giveListCommand = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'giveListCommand',
  summary: 'Reviews, approves or rejects a destruction list; refusals are put on record',
  audience: 'staff',
  method: 'POST',
  path: '/staff/archive/destruction-lists/{listId}/{act}',
  params: z.strictObject({ listId: id, act: z.enum(['review', 'approve', 'reject']) }),
  body: z.strictObject({
    seenVersion: z.int(),
    text: z.exactOptional(z.string().check(z.minLength(2), z.maxLength(600))),
  }),
  answer: versionAnswer,
  idempotent: true,
});

export const openPapers = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'openPapers',
  summary: 'The archivist opens the filed papers of a case, with a reason that is put on record',
  audience: 'staff',
  method: 'POST',
  path: '/staff/archive/cases/{caseId}/papers',
  params: ofCase,
  body: z.strictObject({ reason: z.string().check(z.minLength(5), z.maxLength(300)) }),
  answer: z.object({
    papers: z.array(z.object({ name: z.string(), bytes: z.int(), mediaType: z.string(), url: z.string() })),
    /** Shown across every page: who reads, when, and the number of the access entry. */
    watermark: z.string(),
  }),
});

export const archive = [
  listDueForDestruction,
  listDestructionLists,
  draftDestructionList,
  readDestructionList,
  giveListCommand,
  openPapers,
];
