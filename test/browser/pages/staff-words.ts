import { readFileSync } from 'node:fs';
import { setupI18n } from '@lingui/core';
import type { Language } from '../../../functions/domain/language.ts';
import { compile } from '../../../functions/words/compile.ts';

export type Say = (id: string, values?: Readonly<Record<string, string | number>>) => string;

const FILES = ['functions/words', 'portal/words/shared', 'portal/words/staff'];

/** The words of the staff pages as the pages say them: things are found by their names, and names change in one place. */
export function staffWords(language: Language): Say {
  const messages: Record<string, string> = {};
  for (const folder of FILES) {
    const file = new URL(`../../../${folder}/${language}.json`, import.meta.url);
    Object.assign(messages, JSON.parse(readFileSync(file, 'utf8')));
  }
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  i18n.setMessagesCompiler(compile);
  return (id, values) => {
    if (!(id in messages)) throw new Error(`No words for "${id}"`);
    return i18n._(id, values);
  };
}
