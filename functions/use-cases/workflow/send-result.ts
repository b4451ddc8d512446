import type { Task } from './ask-stage.ts';
import { type CaseTasks, commandByTask, runTask } from './case-task.ts';
import { type Waiting, waitOrGoOn } from './wait-for-person.ts';

/** Notification waits this long for a report of what became of the result; the state's time-out is a little longer. */
const GRACE_MINUTES = 24 * 60;

/**
 * Notification: asks for the result to be sent on the customer's channels; reports and failures come back as commands
 * on the case. Re-run after the grace time without any arrival, a call is scheduled. [3.7.1]
 */
export async function sendResult(
  tasks: CaseTasks & Waiting,
  task: Task & { token: string },
  now: string,
): Promise<void> {
  const after = await runTask(tasks, task, 'result', async ({ state, visit }) => {
    if (state.status !== 'result-ready') return;
    const since = state.tellingSince;
    const waited = since === undefined ? 0 : (Date.parse(now) - Date.parse(since)) / 60_000;
    if (since !== undefined && waited < GRACE_MINUTES) return;
    const attempt = since === undefined ? 'first' : 'call';
    await commandByTask(tasks, task.caseId, `send-result/${visit}/${attempt}`, { type: 'tell-result' }, now);
  });
  await waitOrGoOn(tasks, task, after, 'result', now);
}
