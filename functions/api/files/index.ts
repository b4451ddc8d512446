import { ulid } from 'ulid';
import { makeEdge } from '../../container/edge.ts';
import { makeArchive, makeDocuments } from '../../container/files.ts';
import { makeKernel } from '../../container/kernel.ts';
import { makeApi } from '../../http/chain.ts';
import { fileRoutes } from './routes.ts';

export const handler = makeApi(
  fileRoutes({
    ...makeKernel(),
    documents: makeDocuments(),
    archive: makeArchive(),
    newId: () => ulid().toLowerCase(),
  }),
  makeEdge(),
);
