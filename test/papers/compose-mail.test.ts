import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { LANGUAGES } from '../../functions/domain/language.ts';
import { MESSAGE_KINDS } from '../../functions/domain/papers/message-facts.ts';
import { composeMail } from '../../functions/papers/compose-mail.ts';
import { anyFacts, typed } from './any-facts.ts';
import { SAMPLES } from './facts.ts';

const language = fc.constantFrom(...LANGUAGES);
const kind = fc.constantFrom(...MESSAGE_KINDS);

function all() {
  return LANGUAGES.flatMap((spoken) =>
    MESSAGE_KINDS.map((one) => ({ one, spoken, mail: composeMail(one, SAMPLES[one], spoken) })),
  );
}

describe('every mail', () => {
  test('is written in every language, and each language is its own', () => {
    expect(all()).toHaveLength(27);
    for (const one of MESSAGE_KINDS) {
      expect(new Set(LANGUAGES.map((spoken) => composeMail(one, SAMPLES[one], spoken).subject)).size).toBe(3);
    }
  });

  test('says its language, has one first heading, and loads nothing from elsewhere', () => {
    for (const { spoken, mail } of all()) {
      expect(mail.html).toContain(`<html lang="${spoken}"`);
      expect(mail.html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(mail.html.match(/ (src|background)=|url\(|<link|@import/g)).toBeNull();
      expect(mail.html).not.toContain('{{');
    }
  });

  test("asks for the fonts of its language first, whose forms of a character are the reader's", () => {
    const first = (spoken: 'zh-Hant' | 'zh-Hans') =>
      [...composeMail('code', SAMPLES.code, spoken).html.matchAll(/font-family:([^,]+),/g)].map(
        ([, font]) => font,
      );
    expect(new Set(first('zh-Hant'))).toEqual(new Set(['Noto Sans TC']));
    expect(new Set(first('zh-Hans'))).toEqual(new Set(['Noto Sans SC']));
  });

  test('ends its text with the reference by which a delivery report finds it', () => {
    for (const { mail } of all()) {
      expect(mail.text.split('\n').at(-1)).toBe('Ref: 01JQ0000000000000000000001');
      expect(mail.html).toContain('Ref: 01JQ0000000000000000000001');
    }
  });

  test('has one link, whose words say where it goes; a code has none', () => {
    for (const { one, mail } of all()) {
      const links = [...mail.html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([^<]+)<\/a>/g)];
      expect(links).toHaveLength(one === 'code' ? 0 : 1);
      for (const [, url, words] of links) {
        expect(url).toBe('https://banli.example.org/cases/20260302-7KQ4M2-X?from=mail&amp;language=en');
        expect(words).toContain('20260302-7KQ4M2-X');
      }
    }
  });

  test('[U22] names the hotline, and the case number to give there', () => {
    for (const { one, mail } of all()) {
      expect(mail.text).toContain('12345');
      if (one !== 'code') expect(mail.text).toContain('20260302-7KQ4M2-X');
    }
  });

  test('says in HTML what it says in text, in the same order', () => {
    for (const { mail } of all()) {
      const said = mail.text.replace(/^https:.*$/gm, '').replace(/^(\d+\.|-) /gm, '');
      expect(lettersOf(readable(mail.html))).toBe(lettersOf(said));
    }
  });

  test.prop([anyFacts, kind, language])(
    '[R35] holds no personal value in its subject',
    ({ facts, names }, one, spoken) => {
      const { subject } = composeMail(one, facts[one], spoken);
      for (const name of names) expect(subject).not.toContain(name);
    },
  );

  test.prop([typed, language])(
    '[R23] shows what an officer typed as text and runs none of it',
    (wrote, spoken) => {
      const plain = composeMail(
        'notice',
        { ...SAMPLES.notice, items: [{ what: SAMPLES.notice.service, why: 'x' }] },
        spoken,
      );
      const { html, text } = composeMail(
        'notice',
        { ...SAMPLES.notice, items: [{ what: SAMPLES.notice.service, why: wrote }] },
        spoken,
      );
      expect(text).toContain(wrote);
      expect(readable(html)).toContain(wrote);
      expect(tagsOf(html)).toEqual(tagsOf(plain.html));
    },
  );
});

/** The text of HTML as a reader sees it, spaces kept. */
function readable(html: string): string {
  return html
    .replace(/^[\s\S]*?<body[^>]*>/, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function tagsOf(html: string): readonly string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{Letter}\p{Number}]/gu, '');
}
