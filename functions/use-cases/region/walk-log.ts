import * as z from 'zod/mini';
import type { WrittenVersion } from '../../ports/relay-store.ts';
import { slicesBetween } from '../upkeep/log-slices.ts';
import type { Activating } from './activating.ts';

const place = z.object({ from: z.string(), shard: z.int(), page: z.exactOptional(z.string()) });

/** A piece of work ends after so many versions: a busy hour is more than one run of a function can take. */
const VERSIONS_A_PIECE = 200;

export interface Walk {
  readonly from: string;
  readonly until: string;
  /** Where the last piece ended. */
  readonly cursor?: string;
}

/** Walks a stretch of the log, page by page; answers where the next piece goes on, or nothing at the end. */
export async function walkLog(
  { leftOvers, logShards }: Pick<Activating, 'leftOvers' | 'logShards'>,
  { from: beginning, until, cursor }: Walk,
  handle: (written: WrittenVersion) => Promise<void>,
): Promise<string | undefined> {
  const begun = cursor === undefined ? { from: beginning, shard: 0 } : place.parse(JSON.parse(cursor));
  let { shard, page }: z.infer<typeof place> = begun;
  let handled = 0;
  for (const slice of slicesBetween(begun.from, until, 60)) {
    while (shard < logShards) {
      if (handled >= VERSIONS_A_PIECE)
        return JSON.stringify({ from: slice.from, shard, ...(page !== undefined && { page }) });
      const { items, next } = await leftOvers.written(slice, shard, page);
      for (const written of items) await handle(written);
      handled += items.length;
      page = next;
      if (next === undefined) shard += 1;
    }
    shard = 0;
  }
  return undefined;
}
