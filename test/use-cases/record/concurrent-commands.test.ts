import { describe, expect, test } from 'vitest';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { crashAfter, crashBefore, timeoutAfterEffectAt } from '../../support/fakes/faults.ts';
import { bela, NOW, relay, seen, setup } from '../../support/given/probe-commands.ts';
import { probeDefinition } from '../../support/probe-record.ts';

describe('of two commands at one version', () => {
  test('exactly one is kept and the other person is told stale, with the record as it is now [R9]', async () => {
    const { give, versions } = setup();
    await give({ type: 'open' }, 'k1');
    const answers = await Promise.all([
      give({ type: 'add-word', word: '春' }, 'a', seen(1)),
      give({ type: 'add-word', word: '秋' }, 'b', { ...seen(1), actor: bela }),
    ]);
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    expect(answers.find(({ done }) => !done)).toMatchObject({
      refusal: { kind: 'stale' },
      record: { version: { version: 2 } },
    });
    expect(versions()).toHaveLength(2);
  });

  test('both are kept where the later commutes or only system notes came between', async () => {
    const { give, versions } = setup();
    await give({ type: 'open' }, 'k1');
    await give({ type: 'note-scan' }, 'scan', { actor: relay });
    expect(await give({ type: 'add-word', word: '春' }, 'a', seen(1))).toMatchObject({ done: true });
    expect(await give({ type: 'add-note', word: '秋' }, 'b', seen(1))).toMatchObject({ done: true });
    expect(versions()).toHaveLength(4);
  });

  test('a system actor tries again and is kept', async () => {
    const { give, versions, store, kernel } = setup();
    await give({ type: 'open' }, 'k1');
    let raced = false;
    const append = store.append.bind(store);
    store.append = async (ref, kept) => {
      if (!raced) {
        raced = true;
        await giveCommand({ ...kernel, store }, probeDefinition, {
          id: 'p1',
          command: { type: 'add-word', word: '快' },
          actor: bela,
          key: 'fast',
          now: NOW,
          reference: async () => undefined,
        });
      }
      return append(ref, kept);
    };
    expect(await give({ type: 'note-scan' }, 'scan', { actor: relay })).toMatchObject({ done: true });
    expect(versions()).toHaveLength(3);
  });

  test('two first commands seal under one data key: who loses uses the winner’s', async () => {
    const { give, versions } = setup();
    const answers = await Promise.all([
      give({ type: 'open' }, 'a'),
      give({ type: 'open' }, 'b', { actor: bela }),
    ]);
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    expect(versions()).toHaveLength(1);
    expect(await give({ type: 'add-note', word: '春' }, 'c')).toMatchObject({ done: true });
  });
});

describe('faults between any two calls', () => {
  const script = async ({ give }: ReturnType<typeof setup>) => {
    await give({ type: 'open', claim: 'mac-1' }, 'k1');
    await give({ type: 'add-word', word: '春' }, 'k2', seen(1));
  };

  test('a crash before or after each call, then the client’s retry, leaves the same record [R1]', async () => {
    const clean = setup();
    await script(clean);
    const calls = clean.line.calls.length;
    expect(calls).toBeGreaterThanOrEqual(9);
    for (let n = 1; n <= calls; n += 1) {
      for (const plan of [crashBefore(n), crashAfter(n)]) {
        const bench = setup(plan);
        await script(bench).catch(() => {});
        bench.line.rest();
        await script(bench);
        expect(bench.versions().map(({ version }) => version)).toEqual([1, 2]);
        expect(bench.store.claims.size).toBe(1);
      }
    }
  });

  test('a put that took effect and timed out is found by its commandId on retry, never reported stale [R2]', async () => {
    const clean = setup();
    await script(clean);
    const append = clean.line.calls.filter(({ method }) => method === 'append').at(-1);
    const bench = setup(timeoutAfterEffectAt(append?.number ?? 0));
    await expect(script(bench)).rejects.toThrow('timed out');
    expect(await bench.give({ type: 'add-word', word: '春' }, 'k2', seen(1))).toMatchObject({
      done: true,
      repeated: true,
    });
    expect(bench.versions()).toHaveLength(2);
  });

  test('a put repeated by the client library finds its own version standing there [R2]', async () => {
    const bench = setup();
    const append = bench.store.append.bind(bench.store);
    bench.store.append = async (ref, kept) => {
      await append(ref, kept);
      return append(ref, kept);
    };
    expect(await bench.give({ type: 'open' }, 'k1')).toMatchObject({ done: true, repeated: false });
  });
});
