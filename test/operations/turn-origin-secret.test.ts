import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EdgeKey } from '../../operations/edge/edge-store.ts';
import { turnOriginSecret } from '../../operations/edge/turn-origin-secret.ts';

/** An edge and an API that both know only what they were told, and a person who stops the turning at a pause. */
function setup(stopAtPause = Number.POSITIVE_INFINITY) {
  const stored = new Map<EdgeKey, string>();
  let kept: { hashes: readonly string[]; store?: string } = { hashes: [] };
  const refused: string[] = [];
  const check = (when: string) => {
    const word = stored.get('origin-secret');
    if (word !== undefined && !kept.hashes.includes(hash('sha256', word))) refused.push(when);
  };
  const turn = (stop = stopAtPause) => {
    let pauses = 0;
    return turnOriginSecret({
      keeper: {
        read: async () => kept,
        keep: async (next) => {
          kept = next;
          check('kept');
        },
      },
      store: {
        get: async (key) => stored.get(key),
        put: async (key, value) => {
          stored.set(key, value);
          check('put');
        },
      },
      storeArn: 'arn:store',
      pause: async () => {
        pauses += 1;
        if (pauses === stop) throw new Error('stopped');
      },
      say: () => {},
    });
  };
  return { turn, refused, word: () => stored.get('origin-secret') ?? '', kept: () => kept };
}

test('[R29] the first turn sets the edge’s word, the next replaces it, and the old one is refused after', async () => {
  const { turn, refused, word, kept } = setup();
  await turn();
  const first = word();
  expect(kept()).toEqual({ hashes: [hash('sha256', first)], store: 'arn:store' });
  await turn();
  expect(word()).not.toBe(first);
  expect(kept().hashes).toEqual([hash('sha256', word())]);
  expect(refused).toEqual([]);
});

test.each([1, 2])('[R29] stopped at pause %d it refuses no request, and may be begun again', async (stop) => {
  const { turn, refused, word, kept } = setup();
  await turn();
  await expect(turn(stop)).rejects.toThrow('stopped');
  expect(kept().hashes).toHaveLength(2);
  await turn();
  expect(kept().hashes).toEqual([hash('sha256', word())]);
  expect(refused).toEqual([]);
});

test('the word has 256 bits, and is kept nowhere but at the edge', async () => {
  const { turn, word, kept } = setup();
  await turn();
  expect(Buffer.from(word(), 'base64url')).toHaveLength(32);
  expect(JSON.stringify(kept())).not.toContain(word());
});
