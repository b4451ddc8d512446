import * as z from 'zod/mini';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { awayAtProvider, language, nothing, providerAnswer, tokens } from './shared.ts';

const contact = z.string().check(z.minLength(3), z.maxLength(120));

export const startSignIn = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'startSignIn',
  summary: 'Sends a one-time code to a contact; the answer is the same whether the login existed',
  audience: 'public',
  method: 'POST',
  path: '/public/sign-in',
  body: z.strictObject({
    contact,
    /** Last four characters of the identity document: several people may share a phone. */
    idTail: z.string().check(z.minLength(4), z.maxLength(8)),
    language,
  }),
  answer: z.object({
    loginId: z.string(),
    session: z.string(),
    channel: z.enum(['mail', 'sms']),
    maskedContact: z.string(),
    expiresAt: z.string(),
  }),
});

export const answerSignIn = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'answerSignIn',
  summary: 'Signs in with the code; five tries, five minutes, once',
  audience: 'public',
  method: 'POST',
  path: '/public/sign-in/answer',
  body: z.strictObject({
    loginId: z.string().check(z.maxLength(100)),
    session: z.string().check(z.maxLength(4000)),
    code: z.string().check(z.maxLength(20)),
  }),
  answer: tokens,
});

export const refreshSignIn = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'refreshSignIn',
  summary: 'Renews a session',
  audience: 'public',
  method: 'POST',
  path: '/public/sign-in/refresh',
  body: z.strictObject({ refreshToken: z.string().check(z.maxLength(6000)) }),
  answer: tokens,
});

export const signOut = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'signOut',
  summary: 'Ends every session of this login',
  audience: 'me',
  method: 'POST',
  path: '/me/sign-out',
  answer: nothing,
});

export const signIn = [startSignIn, answerSignIn, refreshSignIn, signOut];

const challenge = z.enum(['one-time-password', 'new-password', 'set-up-one-time-password']);
const staffStep = z.union([
  z.object({ step: z.literal('signed-in'), tokens }),
  z.object({
    step: z.literal('challenge'),
    challenge,
    session: z.string(),
    secret: z.exactOptional(z.string()),
  }),
]);
const username = z.string().check(z.minLength(2), z.maxLength(80));

export const startStaffSignIn = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'startStaffSignIn',
  summary: 'A colleague signs in: password first',
  audience: 'public',
  method: 'POST',
  path: '/public/staff-sign-in',
  body: z.strictObject({ username, password: z.string().check(z.maxLength(256)) }),
  answer: staffStep,
});

export const answerStaffSignIn = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'answerStaffSignIn',
  summary: 'Then the one-time password, or what else is asked for',
  audience: 'public',
  method: 'POST',
  path: '/public/staff-sign-in/answer',
  body: z.strictObject({
    username,
    session: z.string().check(z.maxLength(4000)),
    challenge,
    response: z.string().check(z.maxLength(256)),
  }),
  answer: staffStep,
});

export const refreshStaffSignIn = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'refreshStaffSignIn',
  summary: 'Renews a colleague’s session',
  audience: 'public',
  method: 'POST',
  path: '/public/staff-sign-in/refresh',
  body: z.strictObject({ refreshToken: z.string().check(z.maxLength(6000)) }),
  answer: tokens,
});

export const beginAtProvider = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'beginAtProvider',
  summary:
    'Where a colleague signs in whose organisation has a provider of identities, and what to keep until they are back',
  audience: 'public',
  method: 'POST',
  path: '/public/staff-sign-in/provider',
  answer: awayAtProvider,
});

export const answerFromProvider = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'answerFromProvider',
  summary: 'With what the provider sent back; good once, and only for the browser that began',
  audience: 'public',
  method: 'POST',
  path: '/public/staff-sign-in/provider/answer',
  body: providerAnswer,
  answer: staffStep,
});

export const staffSignIn = [
  startStaffSignIn,
  answerStaffSignIn,
  refreshStaffSignIn,
  beginAtProvider,
  answerFromProvider,
];
