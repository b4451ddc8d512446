import { setupI18n } from '@lingui/core';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import type { Language, LocalizedText } from '../domain/language.ts';
import { catalogueOf } from './catalogue.ts';

export type WordValues = Readonly<Record<string, string | number | readonly string[]>>;

/** Says the message `id` in one language; lists in `values` are joined as that language joins them. */
export type Words = (id: string, values?: WordValues) => string;

const voices = new Map<Language, Words>();

/**
 * The words of one language. A message that does not exist, or one that is not given all its arguments, throws:
 * a sentence with a hole in it is never sent to a person.
 */
export function speak(language: Language): Words {
  const voice = voices.get(language) ?? voiceOf(language);
  voices.set(language, voice);
  return voice;
}

function voiceOf(language: Language): Words {
  const messages = catalogueOf(language);
  const i18n = setupI18n({ locale: language, messages: { [language]: Object.fromEntries(messages) } });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  return (id, values = {}) => {
    const message = messages.get(id);
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

function said(value: string | number | readonly string[], lists: Intl.ListFormat): string | number {
  if (typeof value === 'number') return value;
  return literal(typeof value === 'string' ? value : lists.format(value));
}

/** Lingui reads `\u…` and `\x…` in the finished text as escapes; what a person typed must stay as typed. */
function literal(text: string): string {
  return text.replaceAll('\\', '\\x5c');
}

/** The names of all arguments of a compiled text, those inside plural and select branches too, sorted. */
export function argumentsOf(message: CompiledMessage): readonly string[] {
  return [...new Set(namesIn(message))].sort();
}

/** Compiled: text, `[name]`, or `[name, type, format]`, where plural and select keep a branch per case. */
function namesIn(part: unknown): string[] {
  if (!Array.isArray(part)) return [];
  return part.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , format]: unknown[] = token;
    const branches = typeof format === 'object' && format !== null ? Object.values(format) : [];
    return [String(name), ...branches.flatMap(namesIn)];
  });
}
