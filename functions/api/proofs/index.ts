import { makeDigests, sha256Bytes } from '../../container/digests.ts';
import { makeEdge } from '../../container/edge.ts';
import { makeApi } from '../../http/chain.ts';
import { proofRoutes } from './routes.ts';

export const handler = makeApi(proofRoutes({ digests: makeDigests(), sha256: sha256Bytes }), makeEdge());
