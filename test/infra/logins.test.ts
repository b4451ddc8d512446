import { expect, test } from 'vitest';
import { synthesized, textOf } from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');

const clientsOf = (stage: typeof dev) =>
  Object.fromEntries(
    stage.all('AWS::Cognito::UserPoolClient').map(({ id, is }) => [id.replace(/[0-9A-F]{8}$/, ''), is]),
  );

test('nobody makes their own login, and none is made anew by mail alone', () => {
  for (const stage of [local, dev, prod]) {
    const pools = stage.all('AWS::Cognito::UserPool');
    expect(pools).toHaveLength(2);
    for (const { is } of pools) {
      expect(is.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
      expect(is.AccountRecoverySetting.RecoveryMechanisms).toEqual([{ Name: 'admin_only', Priority: 1 }]);
    }
  }
});

test('staff need a password of fourteen characters and a one-time password of their own device, never an SMS', () => {
  for (const stage of [local, dev, prod]) {
    const staff = stage.all('AWS::Cognito::UserPool').find(({ id }) => id.startsWith('staff'))?.is;
    expect([staff.MfaConfiguration, staff.EnabledMfas]).toEqual(['ON', ['SOFTWARE_TOKEN_MFA']]);
    expect(staff.Policies.PasswordPolicy.MinimumLength).toBe(14);
  }
});

test('customers sign in by our own codes: the three triggers are set', () => {
  const customers = prod.all('AWS::Cognito::UserPool').find(({ id }) => id.startsWith('customers'))?.is;
  expect(Object.keys(customers.LambdaConfig).toSorted()).toEqual([
    'CreateAuthChallenge',
    'DefineAuthChallenge',
    'VerifyAuthChallengeResponse',
  ]);
});

test('each client has the one way in that it needs', () => {
  for (const stage of [local, dev, prod]) {
    const { customerspoolportal, staffpoolportal, staffpoolsystem } = clientsOf(stage);
    expect(customerspoolportal.ExplicitAuthFlows).toEqual(['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
    expect(staffpoolportal.ExplicitAuthFlows).toEqual([
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ]);
    expect(staffpoolsystem.ExplicitAuthFlows).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
    for (const portal of [customerspoolportal, staffpoolportal]) {
      expect(portal.AllowedOAuthFlowsUserPoolClient).toBe(false);
      expect([portal.AllowedOAuthFlows, portal.CallbackURLs]).toEqual([undefined, undefined]);
      expect(portal.PreventUserExistenceErrors).toBe('ENABLED');
    }
    expect(staffpoolsystem.AllowedOAuthFlows).toEqual(['client_credentials']);
    expect(staffpoolsystem.GenerateSecret).toBe(true);
    expect(textOf(staffpoolsystem.AllowedOAuthScopes)).toContain('/status.read');
  }
});

test('access tokens live for fifteen minutes and can be revoked', () => {
  for (const client of Object.values(clientsOf(prod))) {
    expect([client.AccessTokenValidity, client.TokenValidityUnits.AccessToken]).toEqual([15, 'minutes']);
    if (client.ExplicitAuthFlows.length > 1) expect(client.EnableTokenRevocation).toBe(true);
  }
});
