import { makeEngine } from '../../container/engine.ts';
import { makeTasks } from '../../container/tasks.ts';
import { openStep } from '../../use-cases/workflow/open-step.ts';
import { handleTask, waitingTaskInput } from '../handle-task.ts';

const tasks = { ...makeTasks(), engine: makeEngine() };

export const handler = handleTask('open-step', waitingTaskInput, (task, now) => openStep(tasks, task, now));
