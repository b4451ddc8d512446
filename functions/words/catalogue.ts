import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import { LANGUAGES, type Language } from '../domain/language.ts';
import { compile } from './compile.ts';

export type Catalogue = ReadonlyMap<string, CompiledMessage>;

const spoken = new Map<Language, Catalogue>();

/**
 * The words of one language by id. Read when it is first spoken: a function starts without words, and few speak more
 * than one language. A bundle has the files beside it, compiled already.
 */
export function catalogueOf(language: Language): Catalogue {
  const known = spoken.get(language);
  if (known !== undefined) return known;
  const file = join(import.meta.dirname, `${language}.json`);
  const texts: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  const catalogue = new Map(Object.entries(texts).map(([id, text]) => [id, compile(text)]));
  spoken.set(language, catalogue);
  return catalogue;
}

/** Whether there are words for this id (in all languages: the files have the same ids). */
export function hasWords(id: string): boolean {
  return catalogueOf(LANGUAGES[0]).has(id);
}
