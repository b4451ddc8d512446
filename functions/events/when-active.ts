import { log } from '../log.ts';
import type { ActiveRegion } from '../ports/active-region.ts';
import { now } from './handle-queue.ts';

/**
 * Lets a consumer or a job act where this region is the active one. In the passive region it acknowledges and does
 * nothing: whatever it was told is published again from the log when this region is activated. Where the table cannot be
 * read it throws, so that what came is tried again.
 */
export function whenActive<Event, Answer>(
  region: ActiveRegion,
  act: (event: Event) => Promise<Answer>,
  passive: Answer,
): (event: Event) => Promise<Answer> {
  return async (event) => {
    if (await region.mayAct(now())) return act(event);
    log('ACTIVE_REGION_LEFT');
    return passive;
  };
}
