import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoStaffSignIn } from '../adapters/cognito/staff-sign-in.ts';
import { configured } from '../config.ts';

export function makeStaffSignIn() {
  const poolId = configured('staffPoolId');
  const issuer = `https://cognito-idp.${process.env.AWS_REGION ?? ''}.amazonaws.com/${poolId}`;
  const pool = { poolId, clientId: configured('staffClientId') };
  return new CognitoStaffSignIn(new CognitoIdentityProviderClient({}), pool, issuer);
}
