import { describe, expect, test } from 'vitest';
import type { Author } from '../../../functions/domain/record/version.ts';
import { type CommandGiven, giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { crashAfter, crashBefore, timeoutAfterEffectAt } from '../../support/fakes/faults.ts';
import { makeTestKernel } from '../../support/kernel.ts';
import {
  type ProbeCommand,
  type ProbeEvent,
  type ProbePersonal,
  type ProbeState,
  probeDefinition,
} from '../../support/probe-record.ts';

const NOW = '2026-03-02T01:00:00Z';
const anna: Author = { kind: 'staff', id: 'anna' };
const bela: Author = { kind: 'staff', id: 'bela' };
const relay: Author = { kind: 'system', id: 'relay' };

type Given = CommandGiven<ProbeState, ProbePersonal, ProbeEvent, ProbeCommand, undefined>;

function setup(...[plan]: Parameters<typeof makeTestKernel>) {
  const bench = makeTestKernel(plan);
  const give = (command: ProbeCommand, key: string, more: Partial<Given> = {}) =>
    giveCommand(bench.kernel, probeDefinition, {
      id: 'p1',
      command,
      actor: anna,
      key,
      now: NOW,
      reference: async () => undefined,
      ...more,
    });
  return { ...bench, give, versions: () => bench.store.records.get('enquiry/p1') ?? [] };
}

const seen = (version: number) => ({ seen: { epoch: 1, version } });

describe('a command', () => {
  test('is one conditional put of the next version, and then the head', async () => {
    const { give, line, versions, store } = setup();
    await give({ type: 'open' }, 'k1');
    await give({ type: 'add-word', word: '春' }, 'k2', seen(1));
    expect(versions().map(({ version }) => version)).toEqual([1, 2]);
    expect(store.heads.get('enquiry/p1')).toMatchObject({ version: 2, head: { card: { words: 1 } } });
    expect(line.calls.slice(-4).map(({ port, method }) => `${port}.${method}`)).toEqual([
      'store.newest',
      'keys.open',
      'store.append',
      'store.putHead',
    ]);
  });

  test('is refused as the lifecycle says, and writes nothing', async () => {
    const { give, versions } = setup();
    await give({ type: 'open' }, 'k1');
    expect(await give({ type: 'open' }, 'k2')).toMatchObject({
      done: false,
      refusal: { kind: 'already-open' },
    });
    expect(versions()).toHaveLength(1);
  });

  test('is forbidden before it is judged', async () => {
    const { give, versions } = setup();
    const answer = await give({ type: 'open' }, 'k1', { mayGive: () => ({ kind: 'not-permitted' }) });
    expect(answer).toMatchObject({ done: false, refusal: { kind: 'not-permitted' } });
    expect(versions()).toHaveLength(0);
  });

  test('is answered although the head could not be put: the relay will', async () => {
    const { give, headsLeft } = setup({
      before: ({ method }) => {
        if (method === 'putHead') throw new Error('throttled');
      },
    });
    expect(await give({ type: 'open' }, 'k1')).toMatchObject({ done: true });
    expect(headsLeft).toEqual(['enquiry/p1']);
  });

  test('that would outgrow the sealed part is refused before it breaks [R21]', async () => {
    const { give, versions } = setup();
    await give({ type: 'open' }, 'k1');
    const long = Array.from({ length: 60_000 }, (_, n) =>
      String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000)),
    ).join('');
    expect(await give({ type: 'add-word', word: long }, 'k2', seen(1))).toMatchObject({
      refusal: { kind: 'record-too-large' },
    });
    expect(versions()).toHaveLength(1);
  });
});

describe('a repeat', () => {
  test('with the same key and body is done already and writes nothing [R6]', async () => {
    const { give, versions } = setup();
    await give({ type: 'open' }, 'k1');
    await give({ type: 'add-word', word: '春' }, 'k2', seen(1));
    expect(await give({ type: 'add-word', word: '春' }, 'k2', seen(1))).toMatchObject({
      done: true,
      repeated: true,
    });
    expect(versions()).toHaveLength(2);
  });

  test('with another body under the same key is refused [R6]', async () => {
    const { give } = setup();
    await give({ type: 'open' }, 'k1');
    await give({ type: 'add-word', word: '春' }, 'k2', seen(1));
    expect(await give({ type: 'add-word', word: '秋' }, 'k2', seen(1))).toMatchObject({
      refusal: { kind: 'idempotency-conflict' },
    });
  });

  test('is found after a hundred other versions: there is no window [R6]', async () => {
    const { give, versions } = setup();
    await give({ type: 'open' }, 'k1');
    await give({ type: 'add-word', word: '春' }, 'first', seen(1));
    for (let n = 0; n < 100; n += 1)
      await give({ type: 'add-word', word: `${n}` }, `n${n}`, { actor: relay });
    expect(await give({ type: 'add-word', word: '春' }, 'first', seen(1))).toMatchObject({
      done: true,
      repeated: true,
    });
    expect(versions()).toHaveLength(102);
  });

  test('of another person under the same key is a command of its own', async () => {
    const { give, versions } = setup();
    await give({ type: 'open' }, 'k1');
    await give({ type: 'add-note', word: '春' }, 'k2');
    await give({ type: 'add-note', word: '春' }, 'k2', { actor: bela });
    expect(versions()).toHaveLength(3);
  });

  test('twice at once has one effect [R6]', async () => {
    const { give, versions } = setup();
    await give({ type: 'open' }, 'k1');
    const answers = await Promise.all(
      [1, 2].map(() => give({ type: 'add-word', word: '春' }, 'k2', seen(1))),
    );
    expect(answers.map(({ done }) => done)).toEqual([true, true]);
    expect(versions()).toHaveLength(2);
  });
});

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
