import * as z from 'zod/mini';
import { ROLES } from '../../domain/case/rule.ts';
import { caseState } from '../../domain/case/state.ts';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import {
  answers,
  card,
  clock,
  commandBody,
  cursor,
  explained,
  nothing,
  ofCase,
  ofCommand,
  ofFile,
  paged,
  pageOf,
  versionAnswer,
} from './shared.ts';

const listedCase = z.object({ caseId: z.string(), version: z.int(), card });
const queue = z.enum(['mine', 'intake', 'review', 'approval', 'making', 'issuing', 'counter', 'calls']);

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

export const linkDocument = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'linkDocument',
  summary: 'A link to a clean document, for a minute; opening it is on record',
  audience: 'staff',
  method: 'GET',
  path: '/staff/cases/{caseId}/files/{fileId}',
  params: ofFile,
  answer: z.object({ url: z.string() }),
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

export const cases = [listQueue, searchCases, readCase, readHistory, linkDocument, giveCaseCommand];

export const readColleague = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readColleague',
  summary: 'Who is signed in, with roles, duty and queues',
  audience: 'staff',
  method: 'GET',
  path: '/staff/me',
  answer: z.object({
    personId: z.string(),
    hall: z.string(),
    roles: z.array(z.enum(ROLES)),
    onDutyUntil: z.exactOptional(z.string()),
    queues: z.array(queue),
  }),
});

export const changeDuty = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'changeDuty',
  summary: 'Goes on or off duty; off duty no case opens',
  audience: 'staff',
  method: 'POST',
  path: '/staff/me/duty',
  body: z.strictObject({ onDuty: z.boolean() }),
  answer: z.object({ onDutyUntil: z.exactOptional(z.string()) }),
});

export const signOutColleague = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'signOutColleague',
  summary: 'Ends every session of this login',
  audience: 'staff',
  method: 'POST',
  path: '/staff/me/sign-out',
  answer: nothing,
});

export const reauthenticate = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'reauthenticate',
  summary: 'Proves again who signs: password and one-time password of a moment ago',
  audience: 'staff',
  method: 'POST',
  path: '/staff/me/reauthenticate',
  body: z.strictObject({
    password: z.string().check(z.maxLength(256)),
    code: z.string().check(z.maxLength(12)),
  }),
  answer: z.object({ provedUntil: z.string() }),
});

export const enrolColleague = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'enrolColleague',
  summary: 'An administrator enrols a colleague',
  audience: 'staff',
  method: 'POST',
  path: '/staff/people',
  body: z.strictObject({
    username: z.string().check(z.minLength(2), z.maxLength(80)),
    name: z.string().check(z.minLength(2), z.maxLength(50)),
    email: z.string().check(z.maxLength(120)),
    temporaryPassword: z.string().check(z.minLength(14), z.maxLength(128)),
    roles: z.array(z.enum(ROLES)).check(z.minLength(1)),
    services: z.array(z.string()),
    agreementUntil: z.string(),
    trainingUntil: z.string(),
  }),
  answer: z.object({ personId: z.string() }),
  status: 201,
  idempotent: true,
});

export const changeColleague = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'changeColleague',
  summary:
    'An administrator ends or freezes a colleague’s access, or changes roles; it holds at the next click',
  audience: 'staff',
  method: 'POST',
  path: '/staff/people/{personId}/{change}',
  params: z.strictObject({ personId: z.string(), change: z.enum(['leave', 'freeze', 'off-duty']) }),
  answer: versionAnswer,
  idempotent: true,
});

export const people = [
  readColleague,
  changeDuty,
  signOutColleague,
  reauthenticate,
  enrolColleague,
  changeColleague,
];
