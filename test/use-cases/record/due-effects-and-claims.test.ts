import { describe, expect, test } from 'vitest';
import { NOW, relay, seen, setup } from '../../support/given/probe-commands.ts';

describe('due effects', () => {
  const CLOSES = '2026-03-02T00:00:00Z';

  test('are saved first, dated as the law says, even when the command is refused [R14]', async () => {
    const { give, versions } = setup();
    await give({ type: 'open', closesAt: CLOSES }, 'k1', { now: '2026-03-01T00:00:00Z' });
    expect(await give({ type: 'add-word', word: '遲' }, 'k2', seen(1))).toMatchObject({
      done: false,
      refusal: { kind: 'closed' },
      record: { version: { version: 2, effectiveAt: CLOSES, at: NOW } },
    });
    expect(versions()).toHaveLength(2);
  });

  test('wait two minutes, in which another person is told that the record is settling [R14]', async () => {
    const { give, versions } = setup();
    await give({ type: 'open', closesAt: CLOSES }, 'k1', { now: '2026-03-01T00:00:00Z' });
    const answer = await give({ type: 'add-word', word: '遲' }, 'k2', {
      ...seen(1),
      now: '2026-03-02T00:01:00Z',
    });
    expect(answer).toMatchObject({ refusal: { kind: 'settling', facts: { retryAfterSeconds: 60 } } });
    expect(versions()).toHaveLength(1);
  });

  test('never beat an act received in time and handled late [R14]', async () => {
    const { give } = setup();
    await give({ type: 'open', closesAt: CLOSES }, 'k1', { now: '2026-03-01T00:00:00Z' });
    expect(
      await give({ type: 'add-word', word: '準時' }, 'k2', { ...seen(1), now: '2026-03-01T23:59:59Z' }),
    ).toMatchObject({
      done: true,
    });
  });

  test('performed by the sweep or by a late command give the same record', async () => {
    const late = setup();
    await late.give({ type: 'open', closesAt: CLOSES }, 'k1', { now: '2026-03-01T00:00:00Z' });
    await late.give({ type: 'add-word', word: '遲' }, 'k2', seen(1));
    const swept = setup();
    await swept.give({ type: 'open', closesAt: CLOSES }, 'k1', { now: '2026-03-01T00:00:00Z' });
    await swept.give({ type: 'note-scan' }, 'sweep', { actor: relay });
    const [, second] = late.versions();
    expect(JSON.parse(swept.versions()[1]?.clear ?? '').state).toEqual(JSON.parse(second?.clear ?? '').state);
  });
});

describe('claims', () => {
  const give = (bench: ReturnType<typeof setup>, id: string, now = NOW) =>
    bench.give({ type: 'open', claim: 'mac-1' }, `open-${id}`, { id, now });

  test('a unique thing belongs to one record', async () => {
    const bench = setup();
    await give(bench, 'p1');
    expect(await give(bench, 'p2')).toMatchObject({ refusal: { kind: 'already-claimed' } });
  });

  test('a listed claim holds for ever', async () => {
    const bench = setup();
    await give(bench, 'p1');
    expect(await give(bench, 'p2', '2027-01-01T00:00:00Z')).toMatchObject({ done: false });
  });

  test('the claim of a command that died is free again after fifteen minutes, not before', async () => {
    const bench = setup({
      before: ({ method, number }) => {
        if (method === 'append' && number < 8) throw new Error('crash');
      },
    });
    await expect(give(bench, 'p1')).rejects.toThrow('crash');
    bench.line.rest();
    expect(await give(bench, 'p2', '2026-03-02T01:14:00Z')).toMatchObject({ done: false });
    expect(await give(bench, 'p2', '2026-03-02T01:16:00Z')).toMatchObject({ done: true });
  });
});
