import { hash, randomBytes } from 'node:crypto';
import { EDGE_SECRET_CACHE_SECONDS, type EdgeSecretKeeper } from '../../functions/ports/edge-secrets.ts';
import type { EdgeStore } from './edge-store.ts';

/** CloudFront says "within seconds"; a request under way has begun before. */
const EDGE_SPREAD_SECONDS = 60;

export interface Turning {
  readonly keeper: EdgeSecretKeeper;
  readonly store: EdgeStore;
  readonly storeArn: string;
  readonly pause: (seconds: number) => Promise<void>;
  readonly say: (line: string) => void;
}

/**
 * Gives the edge a new word while both are taken: first every function learns the new one, then the edge says it, then
 * the old one is taken away. Stopped anywhere it leaves the edge's word standing, and may be begun again.
 */
export async function turnOriginSecret({ keeper, store, storeArn, pause, say }: Turning): Promise<void> {
  const said = await store.get('origin-secret');
  const next = randomBytes(32).toString('base64url');
  const current = said === undefined ? [] : [hash('sha256', said)];
  await keeper.keep({ hashes: [hash('sha256', next), ...current], store: storeArn });
  say(`The API takes the new word and the old one; every function knows in ${EDGE_SECRET_CACHE_SECONDS} s.`);
  await pause(EDGE_SECRET_CACHE_SECONDS);
  await store.put('origin-secret', next);
  say(`The edge says the new word; everywhere in ${EDGE_SPREAD_SECONDS} s.`);
  await pause(EDGE_SPREAD_SECONDS);
  await keeper.keep({ hashes: [hash('sha256', next)], store: storeArn });
  say(`The old word is refused from now on, by every function in ${EDGE_SECRET_CACHE_SECONDS} s.`);
}
