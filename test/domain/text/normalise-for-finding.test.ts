import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { normaliseForFinding } from '../../../functions/domain/text/normalise-for-finding.ts';
import { simplify } from '../../../functions/domain/text/simplify.ts';
import { tableText } from '../../../services/write-folding.ts';

describe('what records are found by', () => {
  test.each([
    ['traditional for simplified', '臺灣省個體戶', '台湾省个体户'],
    ['full width for half width', '長樂路１０號Ｂ座', '长乐路10号B座'],
    ['capitals for small letters', 'ZOË O’NEILL', 'Zoë O’Neill'],
    ['a letter and its mark for one letter', 'Zoe\u0308', 'Zoë'],
    ['spaces for none', '王 小　明', '王小明'],
    ['one middle dot for another', '阿布都·熱合曼', '阿布都•热合曼'],
    ['a compatibility form for the character', '\uf9c4', '龍'],
  ])('does not tell %s', (_what, one, other) => {
    expect(normaliseForFinding(one)).toBe(normaliseForFinding(other));
  });

  test.each([
    ['two people', '王小明', '王小萌'],
    ['two doors', '長樂路 8-1 號', '長樂路 81 號'],
    ['two mail boxes', 'a.b@example.org', 'ab@example.org'],
    ['著 and 着, which simplified writing tells too', '著', '着'],
    ['a character beyond the basic plane and its look-alike', '𠮷', '吉'],
  ])('still tells %s', (_what, one, other) => {
    expect(normaliseForFinding(one)).not.toBe(normaliseForFinding(other));
  });

  // Where one step may undo another: marks after spaces and dots, capitals that become two letters, halves of pairs.
  const awkward = fc.constantFrom(...'a \u0308·\u0345ẞİΣ王龍\uf9c4¨\u200b\u200dم\ud842\udfb7㈱ﬀ');
  test.prop([fc.string({ unit: awkward }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })])(
    'is the same when it is folded once more, whatever was typed',
    (...typed) => {
      const once = normaliseForFinding(typed.join(''));
      expect(normaliseForFinding(once)).toBe(once);
    },
  );
});

test('the table of characters is the one its source makes, and folding with it once is enough', () => {
  const file = new URL('../../../functions/domain/text/simplified.gen.ts', import.meta.url);
  const table = readFileSync(file, 'utf8');
  expect(table).toBe(tableText());
  expect(simplify(simplify(table))).toBe(simplify(table));
});
