import { makeApplications } from '../../container/applications.ts';
import { makeEdge } from '../../container/edge.ts';
import { makeApi } from '../../http/chain.ts';
import { applicationRoutes } from './routes.ts';

export const handler = makeApi(applicationRoutes(makeApplications()), makeEdge());
