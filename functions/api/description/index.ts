import { makeEdge } from '../../container/edge.ts';
import { makeApi } from '../../http/chain.ts';
import { describeApi } from '../../http/contract/index.ts';
import description from '../../http/openapi.gen.json' with { type: 'json' };
import { route } from '../../http/route.ts';

/** The API's own description; and, as the gateway's default, a proper answer to what no route takes. */
export const handler = makeApi([route(describeApi, async () => ({ answer: description }))], makeEdge());
