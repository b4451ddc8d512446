import { makeEdge } from '../../container/edge.ts';
import { makeStaffProvider } from '../../container/staff-provider.ts';
import { makeStaffSignIn } from '../../container/staff-sign-in.ts';
import { makeTransient } from '../../container/transient.ts';
import { makeApi } from '../../http/chain.ts';
import { staffSignInRoutes } from './routes.ts';

export const handler = makeApi(
  staffSignInRoutes({
    signIn: makeStaffSignIn(),
    rateLimits: makeTransient(),
    provider: makeStaffProvider(),
  }),
  makeEdge(),
);
