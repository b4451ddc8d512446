import type { RecordKeys } from '../../ports/record-keys.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { WorkflowEngine, WorkflowItems } from '../../ports/workflow.ts';
import { type StageAnswer, SUPERSEDED, type Task } from './ask-stage.ts';
import { stageOfCase } from './stage-of-case.ts';

export interface Waiting {
  readonly store: Pick<RecordStore, 'newest'>;
  readonly keys: RecordKeys;
  readonly items: WorkflowItems;
  readonly engine: WorkflowEngine;
}

/**
 * Leaves the token of a waiting execution with the case. The token is kept first and the case read after: whoever
 * writes a version reads the token after it, so one of the two always sees the other and no wake-up is lost. A stage
 * that was left meanwhile is released at once; a superseded generation is told to end.
 */
export async function waitForPerson(
  waiting: Waiting,
  { caseId, generation, stage, visit, token }: Task & { stage: string; visit: number; token: string },
  now: string,
): Promise<void> {
  const ref = { kind: 'case' as const, id: caseId };
  const kept = await waiting.store.newest(ref);
  if (kept?.dataKey === undefined) throw new Error(`case/${caseId} has no data key to seal a token with`);
  const key = await waiting.keys.open(ref, kept.dataKey);
  const sealed = key.seal({ part: 'token', generation }, token);
  const stands = await waiting.items.keepToken(ref, generation, { sealed, stage, visit });
  if (!stands) {
    await waiting.engine.release(token, SUPERSEDED);
    return;
  }
  const asked = await stageOfCase(waiting, caseId);
  if (asked === undefined || (asked.stage === stage && asked.visit === visit)) return;
  await waiting.engine.release(token, { stage: asked.stage, visit: asked.visit });
  await waiting.items.removeToken(ref, { sealed, stage, visit }, now);
}

/** After a task that may wait itself: leaves the token if the case is in the stage to wait in, else goes on at once. */
export async function waitOrGoOn(
  waiting: Waiting,
  task: Task & { readonly token: string },
  { stage, visit }: StageAnswer,
  waitIn: string,
  now: string,
): Promise<void> {
  if (stage === waitIn) await waitForPerson(waiting, { ...task, stage, visit }, now);
  else await waiting.engine.release(task.token, { stage, visit });
}
