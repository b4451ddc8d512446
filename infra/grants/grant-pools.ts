import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { EnvironmentName } from '../../functions/environment.ts';
import type { FunctionEntry, PoolAct } from '../function-entries.ts';
import type { ServedData } from '../served-data.ts';

const POOL_ACTIONS: Readonly<Record<PoolAct, string>> = {
  enrol: 'cognito-idp:AdminCreateUser',
  find: 'cognito-idp:AdminGetUser',
  'sign-out': 'cognito-idp:AdminUserGlobalSignOut',
};

/** What a function does in the pools by right of its own; asking them is anybody's. */
export function grantPools(
  grantee: IGrantable,
  entry: FunctionEntry,
  { customers, staff }: ServedData,
): Partial<Record<EnvironmentName, string>> {
  for (const act of entry.customerPool ?? []) customers.pool.grant(grantee, POOL_ACTIONS[act]);
  for (const act of entry.staffPool ?? []) staff.pool.grant(grantee, POOL_ACTIONS[act]);
  return {
    ...(entry.customerPool && {
      customerPoolId: customers.pool.userPoolId,
      customerClientId: customers.client.userPoolClientId,
    }),
    ...(entry.staffPool && {
      staffPoolId: staff.pool.userPoolId,
      staffClientId: staff.client.userPoolClientId,
    }),
  };
}
