import { describe, expect, test } from 'vitest';
import { bela, relay, seen, setup } from '../../support/given/probe-commands.ts';

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

  test('of a command that took its giver the right to give it is done all the same [R6]', async () => {
    const { give, versions } = setup();
    await give({ type: 'open' }, 'k1');
    await give({ type: 'add-word', word: '春' }, 'k2', seen(1));
    const mayGive = () => ({ kind: 'not-permitted' });
    const again = { ...seen(1), mayGive };
    expect(await give({ type: 'add-word', word: '春' }, 'k2', again)).toMatchObject({ repeated: true });
    expect(await give({ type: 'add-word', word: '夏' }, 'k3', again)).toMatchObject({
      refusal: { kind: 'not-permitted' },
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

  test('[P3] of a system actor is searched from where its source says, and nowhere if the judge sees it', async () => {
    const { give, line } = setup();
    await give({ type: 'open' }, 'k1');
    for (let n = 0; n < 100; n += 1)
      await give({ type: 'add-word', word: `${n}` }, `n${n}`, { actor: relay, repeats: 'judged-by-state' });
    const searches = () => line.calls.filter(({ method }) => method === 'versionsAfter').length;
    expect(searches()).toBe(0);
    const repeats = { epoch: 1, version: 40 };
    expect(await give({ type: 'add-word', word: '50' }, 'n50', { actor: relay, repeats })).toMatchObject({
      repeated: true,
    });
    expect(searches()).toBeGreaterThan(0);
    const before = searches();
    await give({ type: 'add-word', word: 'new' }, 'n100', {
      actor: relay,
      repeats: { epoch: 1, version: 101 },
    });
    expect(searches()).toBe(before);
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
