import { makeEdge } from '../../container/edge.ts';
import { makeAlarms, makeBackups, makeClearKernel, makeFigures } from '../../container/operations.ts';
import { makeApi } from '../../http/chain.ts';
import { operationRoutes } from './routes.ts';

const records = makeClearKernel();

export const handler = makeApi(
  operationRoutes({
    ...records,
    alarms: makeAlarms(),
    backups: makeBackups(),
    figures: makeFigures(records),
    activeRegion: records.activeRegion,
  }),
  makeEdge(),
);
