import { type Messages, setupI18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { isLanguage, type Language, type LocalizedText } from '../../functions/domain/language.ts';
import { keepLanguage, preferredLanguage } from './language.ts';

/** Loads one file of compiled words in a language. */
export type LoadWords = (language: Language) => Promise<Messages>;

type Values = Readonly<Record<string, string | number>>;

/** The one speaker of the page. */
export const speaker = setupI18n();
const files: LoadWords[] = [];

/** Adds words to those loaded; pages that need more than the first ones do so before they are drawn. */
export async function addWords(load: LoadWords): Promise<void> {
  if (files.includes(load)) return;
  files.push(load);
  const language = spoken();
  speaker.load(language, await load(language));
}

/** Changes the language of the page, once all its words are there, so that nothing flickers and nothing typed is lost. */
export async function chooseLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  for (const words of await Promise.all(files.map((load) => load(language)))) speaker.load(language, words);
  speaker.activate(language);
  document.documentElement.lang = language;
}

function spoken(): Language {
  if (!isLanguage(speaker.locale)) {
    const language = preferredLanguage();
    speaker.activate(language);
    document.documentElement.lang = language;
  }
  return isLanguage(speaker.locale) ? speaker.locale : 'zh-Hant';
}

export interface Said<Id extends string> {
  readonly language: Language;
  /** The words with this id. */
  say(id: Id, values?: Values): string;
  /** The words with an id made at run time, or `otherwise` where there are none. */
  sayIfKnown(id: string, otherwise: Id, values?: Values): string;
  /** A text that came with its languages, as services do. */
  pick(text: LocalizedText): string;
}

/** The words of these pages in the language chosen; `Id` is the union of their ids. */
export function useSpeech<Id extends string>(): Said<Id> {
  const { i18n } = useLingui();
  const language = isLanguage(i18n.locale) ? i18n.locale : 'zh-Hant';
  return {
    language,
    say: (id, values) => i18n._(id, values),
    sayIfKnown: (id, otherwise, values) => i18n._(id in i18n.messages ? id : otherwise, values),
    pick: (text) => text[language],
  };
}
