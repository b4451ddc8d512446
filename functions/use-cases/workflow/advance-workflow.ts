import type { RecordKeys } from '../../ports/record-keys.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { WorkflowEngine, WorkflowItem, WorkflowItems } from '../../ports/workflow.ts';
import { beginGeneration } from './begin-generation.ts';
import { type CaseStage, stageOfCase } from './stage-of-case.ts';

export interface Advancing {
  readonly store: Pick<RecordStore, 'newest'>;
  readonly keys: RecordKeys;
  readonly items: WorkflowItems;
  readonly engine: WorkflowEngine;
}

export type Advance = 'nothing-to-do' | 'started' | 'released';

/**
 * Brings the workflow of a case to where the case is: starts the first execution after submission, and wakes the one
 * that waits in a stage the case has left. Compares with the case as it is now, so order and number of events do not
 * matter; a token that was already released is removed like a used one.
 */
export async function advanceWorkflow(advancing: Advancing, caseId: string, now: string): Promise<Advance> {
  const ref = { kind: 'case' as const, id: caseId };
  const asked = await stageOfCase(advancing, caseId);
  if (asked === undefined || asked.stage === 'none') return 'nothing-to-do';
  const item = await advancing.items.workflow(ref);
  if (item === undefined)
    return (await beginGeneration(advancing, caseId, 0, now)) ? 'started' : 'nothing-to-do';
  const { token } = item;
  if (token === undefined || (token.stage === asked.stage && token.visit === asked.visit))
    return 'nothing-to-do';
  return release(advancing, caseId, item.generation, token, asked, now);
}

async function release(
  { store, keys, items, engine }: Advancing,
  caseId: string,
  generation: number,
  token: NonNullable<WorkflowItem['token']>,
  { stage, visit }: CaseStage,
  now: string,
): Promise<Advance> {
  const ref = { kind: 'case' as const, id: caseId };
  const kept = await store.newest(ref);
  if (kept?.dataKey === undefined) throw new Error(`case/${caseId} has a token but no data key`);
  const key = await keys.open(ref, kept.dataKey);
  await engine.release(key.open({ part: 'token', generation }, token.sealed), { stage, visit });
  await items.removeToken(ref, token, now);
  return 'released';
}
