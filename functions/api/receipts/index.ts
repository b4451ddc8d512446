import { ulid } from 'ulid';
import { makeEdge } from '../../container/edge.ts';
import { makeProof } from '../../container/proof.ts';
import { makeRecords } from '../../container/records.ts';
import { makeApi } from '../../http/chain.ts';
import { receiptRoutes } from './routes.ts';

const records = makeRecords();

export const handler = makeApi(
  receiptRoutes({ ...records, proof: makeProof(records), newId: () => ulid().toLowerCase() }),
  makeEdge(),
);
