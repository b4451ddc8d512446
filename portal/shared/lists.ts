import type { Language } from '../../functions/domain/language.ts';

/** Things of which any will do: A、B或C; A, B or C. */
export function listOfAny(texts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(texts);
}

/** Things together: A、B和C; A, B and C. */
export function listOfAll(texts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(texts);
}
