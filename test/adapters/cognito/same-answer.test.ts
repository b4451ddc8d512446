import {
  AdminCreateUserCommand,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  InvalidParameterException,
  InvalidPasswordException,
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

test('[R22] a sign-in that was never begun, or a name that cannot be, is refused and no fault', async () => {
  const failing = (error: Error) =>
    answering(() => {
      throw error;
    });
  for (const error of [new UserNotFoundException(thrown), new InvalidParameterException(thrown)]) {
    const customers = new CognitoCustomerSignIn(failing(error), POOL);
    const answer = await customers.answer({ loginId: 'nobody', session: 'short', code: '123456' });
    expect(answer).toEqual({ signedIn: false, refusal: { kind: 'code-expired' } });
  }
  const staff = new CognitoStaffSignIn(failing(new InvalidParameterException(thrown)), POOL, 'issuer');
  const login = { username: 'a b', email: 'a@example.org', temporaryPassword: 'x'.repeat(14) };
  expect(await staff.enrol(login)).toEqual({ refusal: { kind: 'username-refused' } });
  const weak = new CognitoStaffSignIn(failing(new InvalidPasswordException(thrown)), POOL, 'issuer');
  expect(await weak.enrol(login)).toEqual({ refusal: { kind: 'weak-password' } });
});
