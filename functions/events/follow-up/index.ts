/**
 * Triggered by a command that a version left for another record (bus → queue), and again by reconcile. Twice is
 * harmless: the command carries the follow-up's own id as its key.
 */
import * as z from 'zod/mini';
import { makeKernel } from '../../container/kernel.ts';
import { giveFollowUp } from '../../use-cases/upkeep/give-follow-up.ts';
import { handleQueue, NOTHING_FAILED } from '../handle-queue.ts';
import { whenActive } from '../when-active.ts';

const { activeRegion, kernel, references, followUpItems: items } = makeKernel();
const body = z.object({ detail: z.object({ followUpId: z.string() }) });

const consume = handleQueue({ completed: 'FOLLOW_UP_COMPLETED', failed: 'FOLLOW_UP_FAILED' }, (event, now) =>
  giveFollowUp({ kernel, references, items }, body.parse(event).detail.followUpId, now),
);

export const handler = whenActive(activeRegion, consume, NOTHING_FAILED);
