import { setupI18n } from '@lingui/core';
import type { Language, LocalizedText } from '../domain/language.ts';
import { argumentsOf, compile } from './compile.ts';
import en from './en.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };
import zhHant from './zh-Hant.json' with { type: 'json' };

export type WordValues = Readonly<Record<string, string | number | readonly string[]>>;

/** Says the message `id` in one language; lists in `values` are joined as that language joins them. */
export type Words = (id: string, values?: WordValues) => string;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
  en,
};

/**
 * The words of one language. A message that does not exist, or one that is not given all its arguments, throws:
 * a sentence with a hole in it is never sent to a person.
 */
export function speak(language: Language): Words {
  const messages = CATALOGUES[language];
  const i18n = setupI18n({ locale: language, messages: { [language]: { ...messages } } });
  i18n.setMessagesCompiler(compile);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  return (id, values = {}) => {
    const message = Object.hasOwn(messages, id) ? messages[id] : undefined;
    if (message === undefined) throw new Error(`No words for "${id}" in ${language}`);
    const absent = argumentsOf(message).find((name) => !Object.hasOwn(values, name));
    if (absent !== undefined) throw new Error(`"${id}" needs the value "${absent}"`);
    return i18n._(
      id,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(value, lists)])),
    );
  };
}

/** The same words in every language, for a text whose reader is not known yet. */
export function inEachLanguage(id: string, values?: WordValues): LocalizedText {
  return {
    'zh-Hant': speak('zh-Hant')(id, values),
    'zh-Hans': speak('zh-Hans')(id, values),
    en: speak('en')(id, values),
  };
}

/** Whether there are words for this id (in all languages: the files have the same ids). */
export function hasWords(id: string): boolean {
  return Object.hasOwn(en, id);
}

function said(value: string | number | readonly string[], lists: Intl.ListFormat): string | number {
  if (typeof value === 'number') return value;
  return literal(typeof value === 'string' ? value : lists.format(value));
}

/** Lingui reads `\u…` and `\x…` in the finished text as escapes; what a person typed must stay as typed. */
function literal(text: string): string {
  return text.replaceAll('\\', '\\x5c');
}
