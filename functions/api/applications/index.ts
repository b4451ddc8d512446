import { makeApplications } from '../../container/applications.ts';
import { makeApi } from '../../http/chain.ts';
import { applicationRoutes } from './routes.ts';

export const handler = makeApi(applicationRoutes(makeApplications()));
