import { hash, timingSafeEqual } from 'node:crypto';
import type middy from '@middy/core';
import type { EdgeSecrets } from '../ports/edge-secrets.ts';
import { BadRequest } from './bad-request.ts';
import type { ApiEvent } from './request.ts';

/** Set by the edge over whatever a caller sent under these names: its word, and the address it was called from. */
export const EDGE_HEADER = { secret: 'x-banli-edge', viewer: 'x-banli-viewer' } as const;

/**
 * Lets through what came through the edge: firewall and limits stand there. Without its word, or with an old one, 403.
 * A stage without an edge gives `undefined`, and every request is taken as it comes.
 */
export function throughEdge(secrets: EdgeSecrets | undefined): middy.MiddlewareObj<ApiEvent> {
  return {
    before: async ({ event }) => {
      if (secrets === undefined) return;
      const word = headerOf(event, EDGE_HEADER.secret);
      const now = new Date(event.requestContext.timeEpoch).toISOString();
      if (!(await isStanding(secrets, word, now))) throw new BadRequest({ kind: 'not-through-edge' });
      // The gateway saw the edge's address; limits per address are for the caller's.
      const viewer = headerOf(event, EDGE_HEADER.viewer);
      if (viewer) event.requestContext.http.sourceIp = viewer;
    },
  };
}

/** Names of headers arrive in lower case from the gateway. */
function headerOf(event: ApiEvent, name: string): string {
  return event.headers?.[name] ?? '';
}

async function isStanding(secrets: EdgeSecrets, word: string, now: string): Promise<boolean> {
  if (word === '') return false;
  const said = Buffer.from(hash('sha256', word));
  return (await secrets.standing(now)).some((standing) => {
    const known = Buffer.from(standing);
    return known.length === said.length && timingSafeEqual(known, said);
  });
}
