import { ulid } from 'ulid';
import { makeEdge } from '../../container/edge.ts';
import { makeBlindIndex, makeKernel } from '../../container/kernel.ts';
import { makeStaffProvider } from '../../container/staff-provider.ts';
import { makeStaffSignIn } from '../../container/staff-sign-in.ts';
import { makeTransient } from '../../container/transient.ts';
import { makeApi } from '../../http/chain.ts';
import { peopleRoutes } from './routes.ts';

const kernel = makeKernel();

export const handler = makeApi(
  peopleRoutes({
    ...kernel,
    blindIndex: makeBlindIndex(kernel.kms),
    signIn: makeStaffSignIn(),
    provider: makeStaffProvider(),
    proofs: makeTransient(),
    newId: () => ulid().toLowerCase(),
  }),
  makeEdge(),
);
