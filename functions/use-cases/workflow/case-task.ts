import { caseDefinition } from '../../domain/case/case.ts';
import type { CaseCommand } from '../../domain/case/rule.ts';
import type { Stage } from '../../domain/case/stage.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { WorkflowItems } from '../../ports/workflow.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';
import { type StageAnswer, SUPERSEDED, type Task } from './ask-stage.ts';
import { type CaseStage, stageOfCase } from './stage-of-case.ts';

export interface CaseTasks {
  readonly kernel: RecordKernel;
  readonly store: RecordStore;
  readonly references: References;
  readonly items: WorkflowItems;
}

/**
 * Runs a task of the workflow: checks that this execution still speaks for the case, asks the case whether the stage
 * still stands, does the work, and answers the stage the case is in then. So a task may run any number of times.
 */
export async function runTask(
  tasks: CaseTasks,
  task: Task,
  stage: Stage,
  work: (asked: CaseStage) => Promise<void>,
): Promise<StageAnswer> {
  const item = await tasks.items.workflow({ kind: 'case', id: task.caseId });
  if (item?.generation !== task.generation) return SUPERSEDED;
  const before = await stageOfCase(tasks, task.caseId);
  if (before === undefined) return SUPERSEDED;
  if (before.stage === stage) await work(before);
  const after = await stageOfCase(tasks, task.caseId);
  if (after === undefined) return SUPERSEDED;
  if (after.stage === 'done') await tasks.items.endWorkflow({ kind: 'case', id: task.caseId });
  return { stage: after.stage, visit: after.visit };
}

/** A task's command on its case, keyed by task and visit: a re-run repeats it and changes nothing. */
export async function commandByTask(
  { kernel, references }: Pick<CaseTasks, 'kernel' | 'references'>,
  caseId: string,
  key: string,
  command: CaseCommand,
  now: string,
): Promise<void> {
  const answer = await giveCommand(kernel, caseDefinition, {
    id: caseId,
    command,
    actor: { kind: 'system', id: 'workflow' },
    key,
    now,
    reference: (current) => references.forCommand(current?.state),
  });
  if (!answer.done && !HARMLESS.has(answer.refusal.kind)) {
    throw new Error(`${command.type} was refused: ${answer.refusal.kind}`);
  }
}

/** The case has moved on, or somebody did it first: asking for the stage again tells. */
const HARMLESS: ReadonlySet<string> = new Set([
  'not-in-this-status',
  'already-assigned',
  'step-already-open',
  'certificate-already-made',
  'call-already-open',
  'idempotency-conflict',
]);
