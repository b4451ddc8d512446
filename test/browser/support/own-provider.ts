import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Page } from '@playwright/test';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { OidcStaffProvider } from '../../../functions/adapters/oidc/oidc-staff-provider.ts';
import { ProviderStaffSignIn } from '../../../functions/adapters/oidc/provider-staff-sign-in.ts';
import { staffSignInRoutes } from '../../../functions/api/staff-sign-in/routes.ts';
import { makeApi } from '../../../functions/http/chain.ts';
import { settingsFor } from '../../../local/aws.ts';
import { LOCAL_PASSWORD } from '../../../local/seed/colleagues.ts';
import type { ConnectedCloud } from '../../integration/support/connect.ts';
import { MemoryTransient } from '../../support/api/memory-ports.ts';
import { PROVIDER_CLIENT, startProvider } from '../../support/oidc-provider.ts';
import { signInColleague } from './officer.ts';

export const PROVIDER_NAME = { 'zh-Hant': '市數據局', 'zh-Hans': '市数据局', en: 'the city’s data bureau' };

/**
 * Serves the desk as a stage would be served whose staff sign in at a provider of their own. The routes of that sign-in
 * run here, as the function has them; everything else is the deployed API. That trusts the pool alone, so the provider
 * hands out the pool's tokens: it stands before it, as a federation does.
 */
export async function withOwnProvider(page: Page, cloud: ConnectedCloud, portalUrl = '') {
  const provider = await startProvider({ tokensFor: (user) => tokensFor(cloud, user) });
  const returnTo = `${portalUrl}/desk/sign-in/return`;
  const oidc = new OidcStaffProvider({ issuer: provider.issuer, clientId: PROVIDER_CLIENT, returnTo });
  const api = makeApi(
    staffSignInRoutes({
      signIn: new ProviderStaffSignIn(oidc),
      rateLimits: new MemoryTransient(),
      provider: oidc,
    }),
    undefined,
  );
  await page.route('/config.json', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), staffProvider: { name: PROVIDER_NAME } } });
  });
  await page.route('**/public/staff-sign-in/**', async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname;
    const answer = await api(
      eventOf(request.method(), path, request.headers(), request.postData()),
      {} as Context,
    );
    await route.fulfill({
      status: answer?.statusCode ?? 500,
      headers: Object.fromEntries(
        Object.entries(answer?.headers ?? {}).map(([name, value]) => [name, String(value)]),
      ),
      body: answer?.body ?? '',
    });
  });
  return provider;
}

function eventOf(method: string, path: string, headers: Record<string, string>, body: string | null) {
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    headers,
    requestContext: {
      requestId: 'own-provider',
      http: { method, path, sourceIp: '203.0.113.9' },
      timeEpoch: Date.now(),
    },
    ...(body !== null && { body }),
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
}

/** What the pool gives a seeded colleague; whoever is called "stranger" has a login that nobody linked to a person. */
async function tokensFor(cloud: ConnectedCloud, user: string): Promise<object> {
  if (user !== 'stranger') {
    const { tokens } = await signInColleague(cloud, user);
    return { access_token: tokens.accessToken, refresh_token: tokens.refreshToken, expires_in: 900 };
  }
  const cognito = new CognitoIdentityProviderClient(settingsFor(cloud.endpoint, cloud.region));
  const UserPoolId = cloud.output('StaffPoolId');
  const login = { UserPoolId, Username: user };
  const first = { ...login, TemporaryPassword: LOCAL_PASSWORD, MessageAction: 'SUPPRESS' } as const;
  await cognito.send(new AdminCreateUserCommand(first));
  const lasting = { ...login, Password: LOCAL_PASSWORD, Permanent: true };
  await cognito.send(new AdminSetUserPasswordCommand(lasting));
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: cloud.output('StaffClientId'),
      AuthParameters: { USERNAME: user, PASSWORD: LOCAL_PASSWORD },
    }),
  );
  return {
    access_token: AuthenticationResult?.AccessToken,
    refresh_token: AuthenticationResult?.RefreshToken,
    expires_in: 900,
  };
}
