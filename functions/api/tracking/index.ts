import { makeEdge } from '../../container/edge.ts';
import { makeKernel } from '../../container/kernel.ts';
import { makeTransient } from '../../container/transient.ts';
import { makeApi } from '../../http/chain.ts';
import { trackingRoutes } from './routes.ts';

export const handler = makeApi(trackingRoutes({ ...makeKernel(), rateLimits: makeTransient() }), makeEdge());
