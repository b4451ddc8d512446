/** The languages Banli speaks; every text shown to a person exists in all of them. */
export const LANGUAGES = ['zh-Hant', 'zh-Hans', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

export type LocalizedText = Readonly<Record<Language, string>>;

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
