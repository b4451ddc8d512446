import { ulid } from 'ulid';
import { makeEdge } from '../../container/edge.ts';
import { makeArchive } from '../../container/files.ts';
import { makeKernel } from '../../container/kernel.ts';
import { makeApi } from '../../http/chain.ts';
import { archiveRoutes } from './routes.ts';

export const handler = makeApi(
  archiveRoutes({ ...makeKernel(), archive: makeArchive(), newId: () => ulid().toLowerCase() }),
  makeEdge(),
);
