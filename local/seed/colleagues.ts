import {
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { TOTP } from 'otpauth';
import type { Role } from '../../functions/domain/case/rule.ts';

/** Made-up colleagues of the local hall. The password is for this machine's own cloud and no other. */
export const LOCAL_PASSWORD = 'Only-on-this-machine-1';

export const COLLEAGUES: readonly { username: string; name: string; roles: Role[] }[] = [
  { username: 'admin', name: '管理員甲', roles: ['administrator'] },
  { username: 'officer', name: '受理員甲', roles: ['acceptance-officer'] },
  { username: 'officer2', name: '受理員乙', roles: ['acceptance-officer'] },
  { username: 'reviewer', name: '審查員甲', roles: ['reviewer'] },
  { username: 'reviewer2', name: '審查員乙', roles: ['reviewer'] },
  { username: 'approver', name: '核准員甲', roles: ['approver'] },
  { username: 'issuer', name: '製證員甲', roles: ['issuer'] },
  { username: 'counter', name: '窗口員甲', roles: ['back-office'] },
  { username: 'archivist', name: '檔案員甲', roles: ['archivist'] },
  { username: 'supervisor', name: '主管甲', roles: ['supervisor'] },
  { username: 'everything', name: '多職員甲', roles: ['acceptance-officer', 'reviewer', 'approver'] },
];

/**
 * Gives a login its password and authenticator. The emulator knows no set-up at first sign-in, so the authenticator is
 * set up by the pool's own API; answers the secret.
 */
export async function setUpAuthenticator(
  { poolId, clientId }: { readonly poolId: string; readonly clientId: string },
  username: string,
  cognito = new CognitoIdentityProviderClient({}),
): Promise<string> {
  const login = { UserPoolId: poolId, Username: username };
  await cognito.send(
    new AdminSetUserPasswordCommand({ ...login, Password: LOCAL_PASSWORD, Permanent: true }),
  );
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: LOCAL_PASSWORD },
    }),
  );
  const AccessToken = AuthenticationResult?.AccessToken;
  const { SecretCode = '' } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const code = new TOTP({ secret: SecretCode }).generate();
  await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: code }));
  await cognito.send(
    new AdminSetUserMFAPreferenceCommand({
      ...login,
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
    }),
  );
  return SecretCode;
}
