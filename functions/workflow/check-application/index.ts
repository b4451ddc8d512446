import { makeTasks } from '../../container/tasks.ts';
import { checkApplication } from '../../use-cases/workflow/check-application.ts';
import { handleTask, taskInput } from '../handle-task.ts';

const tasks = makeTasks();

export const handler = handleTask('check-application', taskInput, (task, now) =>
  checkApplication(tasks, task, now),
);
