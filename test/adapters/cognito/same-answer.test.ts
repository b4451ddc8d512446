import {
  AdminCreateUserCommand,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  NotAuthorizedException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, test } from 'vitest';
import { CognitoCustomerSignIn } from '../../../functions/adapters/cognito/customer-sign-in.ts';
import { CognitoStaffSignIn } from '../../../functions/adapters/cognito/staff-sign-in.ts';

const POOL = { poolId: 'pool', clientId: 'client' };
const thrown = { $metadata: {}, message: 'as Cognito says it' };

function answering(send: (command: unknown) => unknown) {
  return { send: async (command: unknown) => send(command) } as unknown as CognitoIdentityProviderClient;
}

test('[R31] a code is sent in the same way whether the login existed', async () => {
  const start = (exists: boolean) =>
    new CognitoCustomerSignIn(
      answering((command) => {
        if (command instanceof AdminCreateUserCommand && exists) throw new UsernameExistsException(thrown);
        return command instanceof InitiateAuthCommand ? { Session: 'session' } : {};
      }),
      POOL,
    ).start({ loginId: 'login', contact: { channel: 'mail', address: 'a@example.org' }, language: 'en' });
  expect(await start(true)).toEqual(await start(false));
});

test('[R31] a colleague who is not there and a wrong password are one answer', async () => {
  const start = (error: Error) =>
    new CognitoStaffSignIn(
      answering(() => {
        throw error;
      }),
      POOL,
      'issuer',
    ).start({ username: 'officer', password: 'password' });
  const wrong = await start(new NotAuthorizedException(thrown));
  expect(wrong).toEqual({ step: 'refused', refusal: { kind: 'wrong-password' } });
  expect(await start(new UserNotFoundException(thrown))).toEqual(wrong);
});
