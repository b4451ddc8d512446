import { describe, expect, test } from 'vitest';
import { handleQueue } from '../../functions/events/handle-queue.ts';
import { queueEvent } from '../support/given/queue-event.ts';
import { logLines } from '../support/log-lines.ts';

const codes = { completed: 'FOLLOW_UP_COMPLETED', failed: 'FOLLOW_UP_FAILED' } as const;

describe('a queue', () => {
  test('[R4] one message that fails goes back alone', async () => {
    const seen: unknown[] = [];
    const handler = handleQueue(codes, async (body) => {
      seen.push(body);
      if (seen.length === 2) throw new Error('poison');
      return 'done';
    });
    const answer = await handler(queueEvent({ n: 1 }, { n: 2 }, { n: 3 }));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-2' }] });
    expect(seen).toHaveLength(3);
  });

  test('what is no JSON goes back too, and ends among the dead letters', async () => {
    const event = queueEvent({});
    const [record] = event.Records;
    if (record) record.body = '{';
    const answer = await handleQueue(codes, async () => 'done')(event);
    expect(answer.batchItemFailures).toHaveLength(1);
  });

  test("[R35] neither a body nor an error's message reaches the log", async () => {
    const lines = logLines();
    const handler = handleQueue(codes, () => Promise.reject(new Error('王小明 wang@example.org')));
    await handler(queueEvent({ name: '王小明' }));
    expect(lines.join('')).toContain('FOLLOW_UP_FAILED');
    expect(lines.join('')).not.toMatch(/王小明|wang@/);
  });
});
