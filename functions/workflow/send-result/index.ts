import { makeEngine } from '../../container/engine.ts';
import { makeTasks } from '../../container/tasks.ts';
import { sendResult } from '../../use-cases/workflow/send-result.ts';
import { handleTask, waitingTaskInput } from '../handle-task.ts';

const tasks = { ...makeTasks(), engine: makeEngine() };

export const handler = handleTask('send-result', waitingTaskInput, (task, now) =>
  sendResult(tasks, task, now),
);
