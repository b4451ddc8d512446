import type { Task } from './ask-stage.ts';
import { type CaseTasks, commandByTask, runTask } from './case-task.ts';
import { type Waiting, waitOrGoOn } from './wait-for-person.ts';

/**
 * Handling: opens the next step of the service, with owner and due date from its opening, and leaves the token for
 * that owner; a step that is the system's to begin goes on at once. [3.6.2]
 */
export async function openStep(
  tasks: CaseTasks & Waiting,
  task: Task & { token: string },
  now: string,
): Promise<void> {
  const after = await runTask(tasks, task, 'open-step', ({ visit }) =>
    commandByTask(tasks, task.caseId, `open-step/${visit}`, { type: 'open-step' }, now),
  );
  await waitOrGoOn(tasks, task, after, 'step', now);
}
