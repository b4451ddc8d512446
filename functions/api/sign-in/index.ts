import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoCustomerSignIn } from '../../adapters/cognito/customer-sign-in.ts';
import { configured } from '../../config.ts';
import { makeEdge } from '../../container/edge.ts';
import { makeBlindIndex } from '../../container/kernel.ts';
import { makeTransient } from '../../container/transient.ts';
import { makeApi } from '../../http/chain.ts';
import { signInRoutes } from './routes.ts';

const pool = { poolId: configured('customerPoolId'), clientId: configured('customerClientId') };
const signIn = new CognitoCustomerSignIn(new CognitoIdentityProviderClient({}), pool);

export const handler = makeApi(
  signInRoutes({ signIn, rateLimits: makeTransient(), blindIndex: makeBlindIndex() }),
  makeEdge(),
);
