import { randomInt } from 'node:crypto';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { ulid } from 'ulid';
import { CognitoCustomerSignIn } from '../adapters/cognito/customer-sign-in.ts';
import { configured } from '../config.ts';
import { makeArchive, makeDocuments } from './files.ts';
import { makeBlindIndex, makeKernel } from './kernel.ts';

/** What customers' applications work with. */
export function makeApplications() {
  const kernel = makeKernel();
  const pool = { poolId: configured('customerPoolId'), clientId: configured('customerClientId') };
  return {
    ...kernel,
    blindIndex: makeBlindIndex(kernel.kms),
    documents: makeDocuments(),
    archive: makeArchive(),
    signIn: new CognitoCustomerSignIn(new CognitoIdentityProviderClient({}), pool),
    newId: () => ulid().toLowerCase(),
    randomInt: (below: number) => randomInt(below),
    contentChecked: configured('malwareScan') !== 'guardduty',
  };
}

export type Applications = ReturnType<typeof makeApplications>;
