import { hash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { brokenLink, type KeptVersion } from '../../../functions/domain/record/chain.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { makeTestKernel } from '../../support/kernel.ts';
import { probeDefinition } from '../../support/probe-record.ts';

const sha256 = (bytes: string | Uint8Array) => hash('sha256', bytes);

async function chainOf(words: readonly string[]): Promise<readonly KeptVersion[]> {
  const { kernel, store } = makeTestKernel();
  const give = (command: Parameters<typeof probeDefinition.judge>[1]['command'], key: string) =>
    giveCommand(kernel, probeDefinition, {
      id: 'p1',
      command,
      actor: { kind: 'system', id: 'test' },
      key,
      now: '2026-03-02T01:00:00Z',
      reference: async () => undefined,
    });
  await give({ type: 'open' }, 'open');
  for (const [n, word] of words.entries()) await give({ type: 'add-word', word }, `${n}`);
  return store.records.get('enquiry/p1') ?? [];
}

const firstBroken = (versions: readonly KeptVersion[]) =>
  versions.map((kept, n) => brokenLink(versions[n - 1], kept, sha256)).find((link) => link !== undefined);

describe('the chain of a record', () => {
  test.prop([fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 })], { numRuns: 30 })(
    'holds as it was written, whatever was said',
    async (words) => {
      expect(firstBroken(await chainOf(words))).toBeUndefined();
    },
  );

  test('names an altered clear part, an altered seal, a dropped, a reordered and an inserted version [R37]', async () => {
    const [one, two, three] = await chainOf(['春', '秋']);
    if (!one || !two || !three?.sealed) throw new Error('three sealed versions were expected');
    const flipped = three.sealed.map((byte, n) => (n === 40 ? byte ^ 1 : byte));
    expect(firstBroken([one, { ...two, clear: two.clear.replace('word-added', 'word-lost') }, three])).toBe(
      'altered',
    );
    expect(firstBroken([one, two, { ...three, sealed: flipped }])).toBe('sealed-part-altered');
    expect(firstBroken([one, three])).toBe('not-following');
    expect(firstBroken([two, one, three])).toBe('not-following');
    expect(firstBroken([one, two, two, three])).toBe('not-following');
  });

  test('still verifies when the data key is destroyed', async () => {
    const versions = await chainOf(['春']);
    expect(versions.every(({ sealed }) => sealed !== undefined)).toBe(true);
    expect(firstBroken(versions)).toBeUndefined();
  });
});
