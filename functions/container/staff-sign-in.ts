import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoStaffSignIn } from '../adapters/cognito/staff-sign-in.ts';
import { ProviderStaffSignIn } from '../adapters/oidc/provider-staff-sign-in.ts';
import { configured } from '../config.ts';
import type { StaffSignIn } from '../ports/sign-in.ts';
import { makeStaffProvider } from './staff-provider.ts';

/** At the organisation's own provider where the stage names one, else by the pool. */
export function makeStaffSignIn(): StaffSignIn {
  const provider = makeStaffProvider();
  if (provider !== undefined) return new ProviderStaffSignIn(provider);
  const poolId = configured('staffPoolId');
  const issuer = `https://cognito-idp.${process.env.AWS_REGION ?? ''}.amazonaws.com/${poolId}`;
  const pool = { poolId, clientId: configured('staffClientId') };
  return new CognitoStaffSignIn(new CognitoIdentityProviderClient({}), pool, issuer);
}
