/**
 * Triggered by an execution that failed, ran out of time or was stopped (best effort; reconcile is the guard). Twice
 * is harmless: the next generation is claimed by a conditional write, and a running execution is left alone.
 */
import * as z from 'zod/mini';
import { readExecutionName } from '../../adapters/step-functions/engine.ts';
import { makeEngine } from '../../container/engine.ts';
import { makeKernel } from '../../container/kernel.ts';
import { restartWorkflow } from '../../use-cases/workflow/restart-workflow.ts';
import { handleQueue, NOTHING_FAILED } from '../handle-queue.ts';
import { whenActive } from '../when-active.ts';

const { activeRegion, store, keys, workflowItems: items } = makeKernel();
const advancing = { store, keys, items, engine: makeEngine() };
const body = z.object({ detail: z.object({ name: z.string() }) });

const consume = handleQueue(
  { completed: 'WORKFLOW_STATUS_COMPLETED', failed: 'WORKFLOW_STATUS_FAILED' },
  async (event, now) => {
    const execution = readExecutionName(body.parse(event).detail.name);
    return execution === undefined ? 'not-ours' : restartWorkflow(advancing, execution.caseId, now);
  },
);

export const handler = whenActive(activeRegion, consume, NOTHING_FAILED);
