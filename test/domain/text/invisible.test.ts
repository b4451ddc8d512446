import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { dropInvisible } from '../../../functions/domain/text/invisible.ts';

describe('the text without what nobody can see', () => {
  test.each([
    ['a direction override', '\u202e'],
    ['an isolate', '\u2066'],
    ['a letter mark', '\u061c'],
    ['a zero-width space', '\u200b'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['a tag character', '\u{e0041}'],
    ['a filler', '\u3164'],
    ['a Braille blank', '\u2800'],
    ['NUL', '\u0000'],
    ['half a pair', '\ud842'],
    ['a joiner between Chinese characters', '\u200d'],
  ])('has lost %s [R23]', (_what, character) => {
    expect(dropInvisible(`王${character}明`)).toBe('王明');
  });

  test.each([
    ['a Persian name', 'می\u200cنا'],
    ['a Sinhala name', 'ශ්\u200dරී'],
    ['a character beyond the basic plane', '𠮷田'],
    ['a chosen form of a character', '葛\u{e0100}城'],
    ['line ends and tabs', 'a\n\tb'],
  ])('keeps %s [U11]', (_what, text) => {
    expect(dropInvisible(text)).toBe(text);
  });

  test.prop([fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })])(
    'is well-formed, and the same when read once more',
    (junk, text) => {
      const once = dropInvisible(`${junk}\ud842${text}`);
      expect(once.isWellFormed()).toBe(true);
      expect(dropInvisible(once)).toBe(once);
    },
  );
});
