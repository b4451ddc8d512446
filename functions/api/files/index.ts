import { ulid } from 'ulid';
import { makeEdge } from '../../container/edge.ts';
import { makeDocuments } from '../../container/files.ts';
import { makeKernel } from '../../container/kernel.ts';
import { makeApi } from '../../http/chain.ts';
import { fileRoutes } from './routes.ts';

const documents = makeDocuments();

export const handler = makeApi(
  fileRoutes({
    ...makeKernel(),
    documents,
    copies: documents,
    newId: () => ulid().toLowerCase(),
  }),
  makeEdge(),
);
