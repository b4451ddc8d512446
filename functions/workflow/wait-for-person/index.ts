import * as z from 'zod/mini';
import { makeEngine } from '../../container/engine.ts';
import { makeKernel } from '../../container/kernel.ts';
import { waitForPerson } from '../../use-cases/workflow/wait-for-person.ts';
import { handleTask, waitingTaskInput } from '../handle-task.ts';

const { store, keys, workflowItems: items } = makeKernel();
const waiting = { store, keys, items, engine: makeEngine() };
const input = z.extend(waitingTaskInput, { stage: z.string(), visit: z.int() });

export const handler = handleTask('wait-for-person', input, (task, now) => waitForPerson(waiting, task, now));
