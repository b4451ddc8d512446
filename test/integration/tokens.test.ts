import { setTimeout as wait } from 'node:timers/promises';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  InitiateAuthCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { LOCAL_PASSWORD } from '../../local/seed/colleagues.ts';
import { call, newKey } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { journeyBench } from './support/journey-bench.ts';
import { cognito, furtherLogin, machineToken, newColleague, staffPool } from './support/new-login.ts';

const bench = journeyBench();

/** A few of the pages behind a token: of customers, of staff, of machines. */
const OWN = '/me/cases';
const QUEUE = '/staff/queues/intake';
const SYSTEM = '/system/cases/BL20260101-000000';

/** Long enough for the first request to be answered in time where a worker is begun for it. */
const SECONDS = 5;

/** The portal's client with tokens of five seconds, for as long as `act` takes. AWS itself gives no less than 5 minutes. */
async function withShortLives<T>(pool: { poolId: string; clientId: string }, act: () => Promise<T>) {
  const client = { UserPoolId: pool.poolId, ClientId: pool.clientId };
  const { UserPoolClient = {} } = await cognito.send(new DescribeUserPoolClientCommand(client));
  const { AccessTokenValidity, TokenValidityUnits } = UserPoolClient;
  const lives = (validity: typeof AccessTokenValidity, units: typeof TokenValidityUnits) =>
    cognito.send(
      new UpdateUserPoolClientCommand({
        ...client,
        AccessTokenValidity: validity,
        TokenValidityUnits: units,
      }),
    );
  await lives(SECONDS, { ...TokenValidityUnits, AccessToken: 'seconds' });
  try {
    return await act();
  } finally {
    await lives(AccessTokenValidity, TokenValidityUnits);
  }
}

describe('[R29] a token', () => {
  test('is good until it expires and not a second longer, for a customer and for staff', async () => {
    const customers = { poolId: cloud.output('CustomerPoolId'), clientId: cloud.output('CustomerClientId') };
    const customer = await withShortLives(customers, () => bench.customer('short@example.org', '1234'));
    const { secret } = await newColleague('short.lived', ['back-office']);
    const officer = await withShortLives(staffPool(), () => bench.staffWith('short.lived', secret));
    expect((await call('GET', '/staff/me', officer.token)).status).toBe(200);
    await wait((SECONDS + 1) * 1000);
    expect((await call('GET', OWN, customer.token)).status).toBe(401);
    expect((await call('GET', '/staff/me', officer.token)).status).toBe(401);
  });

  test('of another client, of another pool, or for another purpose opens nothing', async () => {
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'somebody-elses' }));
    const pools = [cloud.output('CustomerPoolId'), staffPool().poolId, UserPool?.Id ?? ''];
    for (const poolId of pools) {
      const { AccessToken, IdToken } = await tokensOfOtherClient(poolId);
      for (const token of [AccessToken, IdToken]) {
        expect(token).toMatch(/^ey/);
        for (const page of [OWN, QUEUE, SYSTEM]) expect((await call('GET', page, token)).status).toBe(401);
      }
    }
  });

  test('of a person opens nothing for machines, and the other way round', async () => {
    const [customer, officer] = [
      await bench.customer('person@example.org', '1234'),
      await bench.staff('officer'),
    ];
    for (const { token } of [customer, officer]) expect((await call('GET', SYSTEM, token)).status).toBe(401);
    const machine = await machineToken();
    expect((await call('GET', SYSTEM, machine)).status).toBe(404);
    for (const page of [OWN, QUEUE]) expect((await call('GET', page, machine)).status).toBe(401);
  });

  test('says nothing of rights: groups added in the pool or written into it change nothing', async () => {
    const { token, personId } = await newColleague('grouped', ['back-office'], async () => {
      const group = { UserPoolId: staffPool().poolId, GroupName: 'administrator' };
      await cognito.send(new CreateGroupCommand(group));
      await cognito.send(new AdminAddUserToGroupCommand({ ...group, Username: 'grouped' }));
    });
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(claims['cognito:groups']).toEqual(['administrator']);
    expect((await call('GET', '/staff/me', token)).body.roles).toEqual(['back-office']);
    expect((await call('POST', `/staff/people/${personId}/freeze`, token, undefined, newKey())).status).toBe(
      403,
    );
    const forged = Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['supervisor'] }));
    const forgedToken = `${header}.${forged.toString('base64url')}.${signature}`;
    expect((await call('GET', '/staff/me', forgedToken)).status).toBe(401);
  });
});

describe('[R29] [7.1.3] a colleague is out at the next request, whatever the token says:', () => {
  test.each([
    ['leave', 'left'],
    ['freeze', 'frozen'],
  ])('after %s', async (change, kind) => {
    const { token, personId } = await newColleague(`to.${change}`, ['back-office']);
    expect((await call('GET', '/staff/me', token)).status).toBe(200);
    const { token: admin } = await bench.staff('admin');
    await call('POST', `/staff/people/${personId}/${change}`, admin, undefined, newKey());
    expect(await call('GET', '/staff/me', token)).toMatchObject({ status: 403, body: { kind } });
  });

  test('signed out, by whichever sign-in, until they sign in again', async () => {
    const { token, personId, secret } = await newColleague('to.sign.out', ['back-office']);
    const second = await furtherLogin(personId, 'to.sign.out.second');
    expect((await call('POST', '/staff/me/sign-out', token)).status).toBe(200);
    for (const held of [token, second.token])
      expect(await call('GET', '/staff/me', held)).toMatchObject({
        status: 401,
        body: { kind: 'not-signed-in' },
      });
    await wait(1100);
    const again = await bench.staffWith('to.sign.out', secret);
    expect((await call('GET', '/staff/me', again.token)).status).toBe(200);
  });
});

/** Tokens of a client of this pool that is none of ours, for a login nobody linked. */
async function tokensOfOtherClient(UserPoolId: string) {
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'somebody-else',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }),
  );
  const login = { UserPoolId, Username: `stranger.${Date.now()}` };
  await cognito.send(
    new AdminCreateUserCommand({ ...login, MessageAction: 'SUPPRESS', TemporaryPassword: LOCAL_PASSWORD }),
  );
  await cognito.send(
    new AdminSetUserPasswordCommand({ ...login, Password: LOCAL_PASSWORD, Permanent: true }),
  );
  const { AuthenticationResult = {} } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: UserPoolClient?.ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: login.Username, PASSWORD: LOCAL_PASSWORD },
    }),
  );
  return AuthenticationResult;
}
