import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import type { Tokens } from '../../ports/sign-in.ts';

/** Tokens as our API gives them; a refresh keeps the refresh token it was made with. */
export function tokensOf(
  { AccessToken, RefreshToken }: AuthenticationResultType,
  refreshToken: string | undefined = RefreshToken,
): Tokens {
  if (AccessToken === undefined || refreshToken === undefined) throw new Error('The pool gave no tokens');
  const { exp } = decodeJwt(AccessToken);
  return {
    accessToken: AccessToken,
    refreshToken: RefreshToken ?? refreshToken,
    expiresAt: new Date((exp ?? 0) * 1000).toISOString(),
  };
}
