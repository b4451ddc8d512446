import { makeEdge } from '../../container/edge.ts';
import { makeRecords } from '../../container/records.ts';
import { makeTransient } from '../../container/transient.ts';
import { makeApi } from '../../http/chain.ts';
import { verificationRoutes } from './routes.ts';

export const handler = makeApi(
  verificationRoutes({ ...makeRecords(), rateLimits: makeTransient() }),
  makeEdge(),
);
