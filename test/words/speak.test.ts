import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { LANGUAGES } from '../../functions/domain/language.ts';
import { compile } from '../../functions/words/compile.ts';
import en from '../../functions/words/en.json' with { type: 'json' };
import { argumentsOf, speak } from '../../functions/words/speak.ts';
import zhHans from '../../functions/words/zh-Hans.json' with { type: 'json' };
import zhHant from '../../functions/words/zh-Hant.json' with { type: 'json' };

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
  en,
};

describe('speaking', () => {
  test('a message that does not exist is never said, in any language', () => {
    for (const language of LANGUAGES) {
      expect(() => speak(language)('refusal.no-such-kind')).toThrow('refusal.no-such-kind');
      expect(() => speak(language)('toString')).toThrow('toString');
    }
  });

  test('a message is never said with a value missing', () => {
    expect(() => speak('en')('refusal.unexpected.next')).toThrow('reference');
    expect(() => speak('en')('refusal.unexpected.next', { reference: 'r-1' })).not.toThrow();
  });

  test('each language says its own words, whoever spoke before', () => {
    const [hant, english] = [speak('zh-Hant'), speak('en')];
    expect(english('refusal.wrong-code')).toBe('The code is not correct.');
    expect(hant('refusal.wrong-code')).toBe('驗證碼不正確。');
    expect(english('refusal.wrong-code')).toBe('The code is not correct.');
  });

  test.prop([fc.string({ unit: 'binary' })])('says a value exactly as it was typed', (typed) => {
    const said = speak('zh-Hant')('refusal.unexpected.next', { reference: typed });
    expect(said).toContain(typed);
  });

  test('escapes and braces that a person typed stay text', () => {
    const typed = '\\u003cb\\x3e {code, plural, other {#}} {{{x}}} %3Cb%3E';
    expect(speak('en')('refusal.unexpected.next', { reference: typed })).toContain(typed);
  });
});

describe('the word files', () => {
  test('have the same ids in all languages', () => {
    expect(Object.keys(zhHant)).toEqual(Object.keys(en));
    expect(Object.keys(zhHans)).toEqual(Object.keys(en));
  });

  test('ask for the same values in all languages', () => {
    const asked = (words: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(words).map(([id, text]) => [id, argumentsOf(compile(text))]));
    expect(asked(zhHant)).toEqual(asked(en));
    expect(asked(zhHans)).toEqual(asked(en));
  });

  test('hold no empty text, no stray space, and nothing that is not well-formed ICU', () => {
    for (const words of Object.values(catalogues)) {
      for (const [id, text] of Object.entries(words)) {
        expect(text.trim(), id).toBe(text);
        expect(text, id).not.toBe('');
        expect(() => compile(text), id).not.toThrow();
      }
    }
  });

  test('hold no half-width punctuation between Chinese characters', () => {
    for (const words of [zhHant, zhHans]) {
      const odd = Object.entries(words).filter(([, text]) =>
        /[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]/.test(text),
      );
      expect(odd).toEqual([]);
    }
  });

  test('name the values inside plural and select branches as well', () => {
    expect(
      argumentsOf(
        compile('{n, plural, one {# day for {who}} other {# days}} {why, select, law {{article}} other {}}'),
      ),
    ).toEqual(['article', 'n', 'who', 'why']);
  });
});
