import { makeEdge } from '../../container/edge.ts';
import { makeAlarms } from '../../container/operations.ts';
import { makeRecords } from '../../container/records.ts';
import { makeApi } from '../../http/chain.ts';
import { statusRoutes } from './routes.ts';

const { activeRegion } = makeRecords();

export const handler = makeApi(statusRoutes({ alarms: makeAlarms(), activeRegion }), makeEdge());
