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
}

/** `superseded`: another execution speaks for the case; this one ends. */
export interface StageAnswer {
  readonly stage: string;
  readonly visit: number;
}

export const SUPERSEDED: StageAnswer = { stage: 'superseded', visit: 0 };

/**
 * An execution goes on as a new one well before a year, and before 25,000 events: a round (asking, routing, offering the
 * case, waiting until the time-out) makes 20 events, with every try failing 60.
 */
export const MOST_DAYS = 300;
export const MOST_ROUNDS = 300;

/** What there is to do for a case, asked of the case itself; an execution that has grown old hands over to a new one. */
export async function askStage(
  asking: AskingStage,
  { caseId, generation, rounds }: Task & { readonly rounds: number },
  now: string,
): Promise<StageAnswer & { readonly rounds: number }> {
  const ref = { kind: 'case' as const, id: caseId };
  const superseded = { ...SUPERSEDED, rounds };
  const item = await asking.items.workflow(ref);
  if (item?.generation !== generation) return superseded;
  const asked = await stageOfCase(asking, caseId);
  if (asked === undefined) return superseded;
  const { stage, visit } = asked;
  if (stage === 'done') {
    await asking.items.endWorkflow(ref);
    return { stage, visit, rounds };
  }
  const days = (Date.parse(now) - Date.parse(item.startedAt)) / 86_400_000;
  if (days <= MOST_DAYS && rounds <= MOST_ROUNDS) return { stage, visit, rounds };
  await beginGeneration(asking, caseId, item, now);
  return superseded;
}
