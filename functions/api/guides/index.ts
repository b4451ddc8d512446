import { makeEdge } from '../../container/edge.ts';
import { makeRecords } from '../../container/records.ts';
import { makeApi } from '../../http/chain.ts';
import { guideRoutes } from './routes.ts';

export const handler = makeApi(guideRoutes(makeRecords()), makeEdge());
