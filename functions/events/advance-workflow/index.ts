/**
 * Triggered by every new version of a case (bus → queue). Events may come twice, late or out of order: the case as it
 * is now is compared with the token that waits, so the last one to come finds nothing left to do.
 */
import * as z from 'zod/mini';
import { makeEngine } from '../../container/engine.ts';
import { makeKernel } from '../../container/kernel.ts';
import { advanceWorkflow } from '../../use-cases/workflow/advance-workflow.ts';
import { handleQueue, NOTHING_FAILED } from '../handle-queue.ts';
import { whenActive } from '../when-active.ts';

const { activeRegion, store, keys, workflowItems: items } = makeKernel();
const advancing = { store, keys, items, engine: makeEngine() };
const body = z.object({ detail: z.object({ id: z.string() }) });

const consume = handleQueue(
  { completed: 'ADVANCE_WORKFLOW_COMPLETED', failed: 'ADVANCE_WORKFLOW_FAILED' },
  (event, now) => advanceWorkflow(advancing, body.parse(event).detail.id, now),
);

export const handler = whenActive(activeRegion, consume, NOTHING_FAILED);
