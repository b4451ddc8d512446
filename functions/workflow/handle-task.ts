import * as z from 'zod/mini';
import { log, logFailure, startLog } from '../log.ts';

export const taskInput = z.object({ caseId: z.string(), generation: z.int() });
/** `rounds`: how often this execution has asked before. */
export const askingInput = z.extend(taskInput, { rounds: z.int() });
export const waitingTaskInput = z.extend(taskInput, { token: z.string() });

/** A task of the workflow: parsed input, one log line, named errors for the state machine's Retry. */
export function handleTask<Input extends { readonly caseId: string; readonly generation: number }, Answer>(
  name: string,
  input: z.ZodMiniType<Input>,
  work: (task: Input, now: string) => Promise<Answer>,
) {
  return async (event: unknown): Promise<Answer> => {
    const task = input.parse(event);
    const { caseId, generation } = task;
    startLog({ caseId, generation, task: name });
    try {
      const answer = await work(task, new Date().toISOString());
      log('WORKFLOW_TASK_COMPLETED');
      return answer;
    } catch (error) {
      logFailure('WORKFLOW_TASK_FAILED', error);
      throw error;
    }
  };
}
