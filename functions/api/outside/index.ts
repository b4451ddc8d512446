import { makeEdge } from '../../container/edge.ts';
import { makeRecords } from '../../container/records.ts';
import { makeApi } from '../../http/chain.ts';
import { outsideRoutes } from './routes.ts';

export const handler = makeApi(outsideRoutes(makeRecords()), makeEdge());
