import type { RecordStore } from '../../ports/record-store.ts';
import type { WorkflowEngine, WorkflowItems } from '../../ports/workflow.ts';
import { beginGeneration } from './begin-generation.ts';
import { stageOfCase } from './stage-of-case.ts';

export interface AskingStage {
  readonly store: Pick<RecordStore, 'newest'>;
  readonly items: WorkflowItems;
  readonly engine: WorkflowEngine;
}

export interface Task {
  readonly caseId: string;
  readonly generation: number;
  /** How often this execution has gone round. */
  readonly rounds?: number;
}

/** `superseded`: another execution speaks for the case; this one ends. */
export interface StageAnswer {
  readonly stage: string;
  readonly visit: number;
}

export const SUPERSEDED: StageAnswer = { stage: 'superseded', visit: 0 };

/** An execution goes on as a new one well before a year or 25,000 events (a round is at most 10 events). */
const MOST_DAYS = 300;
const MOST_ROUNDS = 1_000;

/** What there is to do for a case, asked of the case itself; an execution that has grown old hands over to a new one. */
export async function askStage(asking: AskingStage, task: Task, now: string): Promise<StageAnswer> {
  const ref = { kind: 'case' as const, id: task.caseId };
  const item = await asking.items.workflow(ref);
  if (item?.generation !== task.generation) return SUPERSEDED;
  const asked = await stageOfCase(asking, task.caseId);
  if (asked === undefined) return SUPERSEDED;
  if (asked.stage === 'done') await asking.items.endWorkflow(ref);
  const days = (Date.parse(now) - Date.parse(item.startedAt)) / 86_400_000;
  if (asked.stage !== 'done' && (days > MOST_DAYS || (task.rounds ?? 0) > MOST_ROUNDS)) {
    await beginGeneration(asking, task.caseId, item.generation, now);
    return SUPERSEDED;
  }
  return { stage: asked.stage, visit: asked.visit };
}
