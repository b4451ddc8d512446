import type { RecordKeys } from '../../ports/record-keys.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { WorkflowEngine, WorkflowItem, WorkflowItems } from '../../ports/workflow.ts';
import { beginGeneration, livesElsewhere } from './begin-generation.ts';
import { type CaseStage, stageOfCase } from './stage-of-case.ts';

export interface Advancing {
  readonly store: Pick<RecordStore, 'newest'>;
  readonly keys: RecordKeys;
  readonly items: WorkflowItems;
  readonly engine: WorkflowEngine;
}

export type Advance = 'nothing-to-do' | 'started' | 'released' | 'began-again';

/**
 * Brings the workflow of a case to where the case is: starts the first execution after submission, and wakes the one
 * that waits in a stage the case has left. Compares with the case as it is now, so order and number of events do not
 * matter. Visits only rise: a token of a later visit than the one read here is left to whoever read later.
 */
export async function advanceWorkflow(advancing: Advancing, caseId: string, now: string): Promise<Advance> {
  const ref = { kind: 'case' as const, id: caseId };
  const asked = await stageOfCase(advancing, caseId);
  if (asked === undefined || asked.stage === 'none') return 'nothing-to-do';
  const item = await advancing.items.workflow(ref);
  if (item === undefined)
    return (await beginGeneration(advancing, caseId, undefined, now)) ? 'started' : 'nothing-to-do';
  if (livesElsewhere(item, advancing.engine))
    return (await beginGeneration(advancing, caseId, item, now)) ? 'began-again' : 'nothing-to-do';
  const { generation, token } = item;
  if (token === undefined) return startIfMissing(advancing.engine, caseId, generation);
  if (token.visit >= asked.visit) return 'nothing-to-do';
  return release(advancing, caseId, { ...item, token }, asked, now);
}

/** A generation that was claimed by a run that died before it started it; the name makes a second start one. */
async function startIfMissing(engine: WorkflowEngine, caseId: string, generation: number): Promise<Advance> {
  if ((await engine.statusOf(caseId, generation)) !== 'not-started') return 'nothing-to-do';
  await engine.start(caseId, generation);
  return 'started';
}

/** A used token is removed, so that the case shows as one without; an execution found dead is begun again at once. */
async function release(
  advancing: Advancing,
  caseId: string,
  item: WorkflowItem & { readonly token: NonNullable<WorkflowItem['token']> },
  { stage, visit }: CaseStage,
  now: string,
): Promise<Advance> {
  const { store, keys, items, engine } = advancing;
  const { generation, token } = item;
  const ref = { kind: 'case' as const, id: caseId };
  const kept = await store.newest(ref);
  if (kept?.dataKey === undefined) throw new Error(`case/${caseId} has a token but no data key`);
  const key = await keys.open(ref, kept.dataKey);
  const answer = await engine.release(key.open({ part: 'token', generation }, token.sealed), {
    stage,
    visit,
  });
  await items.removeToken(ref, token, now);
  if (answer === 'released' || (await engine.statusOf(caseId, generation)) !== 'closed') return 'released';
  return (await beginGeneration(advancing, caseId, item, now)) ? 'began-again' : 'released';
}
