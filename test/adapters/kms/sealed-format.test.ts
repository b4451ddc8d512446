import { randomBytes } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { recordKeyFrom } from '../../../functions/adapters/kms/sealed-format.ts';
import type { RecordRef } from '../../../functions/domain/record/version.ts';
import { SealBroken, type SealedPart } from '../../../functions/ports/record-keys.ts';

const dataKey = new Uint8Array(Buffer.alloc(32, 7));
const ref: RecordRef = { kind: 'case', id: 'c1' };
const part: SealedPart = { part: 'personal', epoch: 1, version: 3 };

describe('a sealed part', () => {
  test.prop([fc.string({ unit: 'binary' })])('opens to what was sealed', (text) => {
    const key = recordKeyFrom(ref, dataKey);
    expect(key.open(part, key.seal(part, text))).toBe(text.toWellFormed());
  });

  test.each<[string, RecordRef, SealedPart]>([
    ['another record', { kind: 'case', id: 'c2' }, part],
    ['another kind', { kind: 'person', id: 'c1' }, part],
    ['another version', ref, { part: 'personal', epoch: 1, version: 4 }],
    ['another epoch', ref, { part: 'personal', epoch: 2, version: 3 }],
    ['another part', ref, { part: 'draft', revision: 3 }],
  ])('does not open for %s, even under the same data key [R36]', (_where, otherRef, otherPart) => {
    const sealed = recordKeyFrom(ref, dataKey).seal(part, '王小明');
    expect(() => recordKeyFrom(otherRef, dataKey).open(otherPart, sealed)).toThrow(SealBroken);
  });

  test('does not open under another data key, cut short, or with any byte changed [R36]', () => {
    const key = recordKeyFrom(ref, dataKey);
    const sealed = key.seal(part, '王小明');
    expect(() => recordKeyFrom(ref, new Uint8Array(randomBytes(32))).open(part, sealed)).toThrow(SealBroken);
    expect(() => key.open(part, sealed.subarray(0, 20))).toThrow(SealBroken);
    for (let n = 0; n < sealed.length; n += 1) {
      const changed = sealed.map((byte, at) => (at === n ? byte ^ 1 : byte));
      expect(() => key.open(part, changed)).toThrow(SealBroken);
    }
  });

  test('opens what the format’s first version sealed: a vector kept for ever', () => {
    const vector = Buffer.from(VECTOR, 'base64');
    expect(recordKeyFrom(ref, dataKey).open(part, new Uint8Array(vector))).toBe('{"name":"王小明"}');
  });

  test('is smaller than its text where the text repeats itself', () => {
    const sealed = recordKeyFrom(ref, dataKey).seal(part, '個體工商戶'.repeat(200));
    expect(sealed.byteLength).toBeLessThan(100);
  });
});

const VECTOR = 'ActcRpuYL8OkDR9lhwE+DVAi/Ys2t8dU50Ps8jmUD1Z2ajeL+GM7fz0D1xGEf+AGkQCK';
