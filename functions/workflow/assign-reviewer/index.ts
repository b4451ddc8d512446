import { makeTasks } from '../../container/tasks.ts';
import { assignReviewer } from '../../use-cases/workflow/assign-reviewer.ts';
import { handleTask, taskInput } from '../handle-task.ts';

const tasks = makeTasks();

export const handler = handleTask('assign-reviewer', taskInput, (task, now) =>
  assignReviewer(tasks, task, now),
);
