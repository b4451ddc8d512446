import { describe, expect, test } from 'vitest';
import {
  askingInput,
  handleTask,
  taskInput,
  waitingTaskInput,
} from '../../functions/workflow/handle-task.ts';
import { logLines } from '../support/log-lines.ts';

const task = { caseId: 'c1', generation: 2 };

describe('a task of the workflow', () => {
  test('is given its parsed input and the instant, and answers the next stage', async () => {
    const handler = handleTask('open-step', waitingTaskInput, async (given, now) => ({
      ...given,
      later: now > '2026',
    }));
    const answer = await handler({ ...task, token: 't', somethingElse: 1 });
    expect(answer).toEqual({ ...task, token: 't', later: true });
  });

  test.each([
    ['no case', taskInput, { generation: 1 }],
    ['a generation that is no number', taskInput, { ...task, generation: '2' }],
    ['no token to wait with', waitingTaskInput, task],
    ['rounds that nobody counted', askingInput, task],
  ])('refuses %s', async (_what, input, given) => {
    await expect(handleTask('any', input, async () => 'done')(given)).rejects.toThrow();
  });

  test('throws the error by its name, for Retry and Catch, and logs neither token nor message', async () => {
    const lines = logLines();
    const failing = handleTask('open-step', waitingTaskInput, () => Promise.reject(new RangeError('王小明')));
    await expect(failing({ ...task, token: 'secret-token' })).rejects.toBeInstanceOf(RangeError);
    expect(lines.join('')).toContain('WORKFLOW_TASK_FAILED');
    expect(lines.join('')).not.toMatch(/secret-token|王小明/);
  });
});
