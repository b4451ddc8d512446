import type { StageAnswer, Task } from './ask-stage.ts';
import { type CaseTasks, commandByTask, runTask } from './case-task.ts';

/** Handling: opens the next step of the service, with owner and due date from its opening. [3.6.2] */
export async function openStep(tasks: CaseTasks, task: Task, now: string): Promise<StageAnswer> {
  return runTask(tasks, task, 'open-step', ({ visit }) =>
    commandByTask(tasks, task.caseId, `open-step/${visit}`, { type: 'open-step' }, now),
  );
}
