import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { settingsFor } from '../../../local/aws.ts';
import { LOCAL_PASSWORD, setUpAuthenticator } from '../../../local/seed/colleagues.ts';
import { call, expectOk, newKey } from './api-calls.ts';
import { cloud } from './cloud.ts';
import { journeyBench } from './journey-bench.ts';

const bench = journeyBench();

export const cognito = new CognitoIdentityProviderClient(settingsFor(cloud.endpoint, cloud.region));

export const staffPool = () => ({
  poolId: cloud.output('StaffPoolId'),
  clientId: cloud.output('StaffClientId'),
});

/** A colleague enrolled by the administrator and signed in; not on duty, so that no work comes to them. */
export async function newColleague(
  username: string,
  roles: readonly string[],
  beforeSigningIn = async () => {},
) {
  const admin = await bench.staff('admin');
  const { personId } = await expectOk(
    call(
      'POST',
      '/staff/people',
      admin.token,
      {
        ...loginOf(username),
        name: '新同事',
        roles,
        services: [],
        agreementUntil: '2099-01-01T00:00:00Z',
        trainingUntil: '2099-01-01T00:00:00Z',
      },
      newKey(),
    ),
    'enrol',
  );
  await beforeSigningIn();
  return { personId, ...(await signedIn(username)) };
}

/** A further sign-in of a colleague, signed in. */
export async function furtherLogin(personId: string, username: string) {
  const admin = await bench.staff('admin');
  const path = `/staff/people/${personId}/logins`;
  await expectOk(call('POST', path, admin.token, loginOf(username), newKey()), 'further login');
  return signedIn(username);
}

export function loginOf(username: string) {
  return { username, email: `${username}@example.org`, temporaryPassword: LOCAL_PASSWORD };
}

/** Sets up the authenticator, once for a login, and signs in. */
async function signedIn(username: string) {
  const secret = await setUpAuthenticator(staffPool(), username, cognito);
  return { secret, ...(await bench.staffWith(username, secret)) };
}

/** A token of the outside system's own client, by client credentials. */
export async function machineToken(): Promise<string> {
  const client = { UserPoolId: staffPool().poolId, ClientId: cloud.output('SystemClientId') };
  const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand(client));
  const secret = Buffer.from(`${client.ClientId}:${UserPoolClient?.ClientSecret}`).toString('base64');
  const answer = await fetch(`${cloud.endpoint}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${secret}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials&scope=banli%2Fstatus.read',
  });
  return (await answer.json()).access_token;
}
