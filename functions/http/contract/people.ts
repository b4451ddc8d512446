import * as z from 'zod/mini';
import { ROLES } from '../../domain/case/rule.ts';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { queue } from './cases.ts';
import { awayAtProvider, id, nothing, providerAnswer, versionAnswer } from './shared.ts';

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

const provedUntil = z.object({ provedUntil: z.string() });

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
  answer: provedUntil,
});

export const beginProofAtProvider = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'beginProofAtProvider',
  summary: 'Where a colleague proves again who they are whose organisation has a provider of identities',
  audience: 'staff',
  method: 'POST',
  path: '/staff/me/reauthenticate/provider',
  answer: awayAtProvider,
});

export const proveAtProvider = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'proveAtProvider',
  summary: 'Proves again who signs, with what the provider sent back after it asked the person anew',
  audience: 'staff',
  method: 'POST',
  path: '/staff/me/reauthenticate/provider/answer',
  body: providerAnswer,
  answer: provedUntil,
});

const newLogin = z.strictObject({
  username: z.string().check(z.minLength(2), z.maxLength(80)),
  email: z.email().check(z.maxLength(120)),
  temporaryPassword: z.string().check(z.minLength(14), z.maxLength(128)),
});
const ofPerson = z.strictObject({ personId: id });

export const enrolColleague = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'enrolColleague',
  summary: 'An administrator enrols a colleague',
  audience: 'staff',
  method: 'POST',
  path: '/staff/people',
  body: z.strictObject({
    ...newLogin.shape,
    name: z.string().check(z.minLength(2), z.maxLength(50)),
    roles: z.array(z.enum(ROLES)).check(z.minLength(1)),
    services: z.array(id).check(z.maxLength(200)),
    agreementUntil: z.iso.datetime(),
    trainingUntil: z.iso.datetime(),
  }),
  answer: z.object({ personId: z.string() }),
  status: 201,
  idempotent: true,
});

export const addLogin = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'addLogin',
  summary: 'An administrator enrols a further sign-in of a colleague: another account, the same person',
  audience: 'staff',
  method: 'POST',
  path: '/staff/people/{personId}/logins',
  params: ofPerson,
  body: newLogin,
  answer: versionAnswer,
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
  params: z.strictObject({ ...ofPerson.shape, change: z.enum(['leave', 'freeze', 'off-duty']) }),
  answer: versionAnswer,
  idempotent: true,
});

export const people = [
  readColleague,
  changeDuty,
  signOutColleague,
  reauthenticate,
  beginProofAtProvider,
  proveAtProvider,
  enrolColleague,
  addLogin,
  changeColleague,
];
