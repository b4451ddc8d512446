import { ulid } from 'ulid';
import { makeEdge } from '../../container/edge.ts';
import { makeBlindIndex, makeIndexVersions, makeKernel } from '../../container/kernel.ts';
import { makeTransient } from '../../container/transient.ts';
import { makeApi } from '../../http/chain.ts';
import { caseRoutes } from './routes.ts';

const kernel = makeKernel();

export const handler = makeApi(
  caseRoutes({
    ...kernel,
    blindIndex: makeBlindIndex(kernel.kms, makeIndexVersions(kernel)),
    proofs: makeTransient(),
    newId: () => ulid().toLowerCase(),
  }),
  makeEdge(),
);
