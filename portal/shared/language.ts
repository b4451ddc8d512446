import { isLanguage, type Language } from '../../functions/domain/language.ts';

const KEY = 'banli.language';

/** The language chosen here before, else the first of the browser's that we speak. */
export function preferredLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) return kept;
  for (const tag of navigator.languages) {
    if (/^zh\b/i.test(tag)) return /^zh-(cn|sg|hans)/i.test(tag) ? 'zh-Hans' : 'zh-Hant';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-Hant';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}
