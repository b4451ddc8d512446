import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { compile } from '../functions/words/compile.ts';

/** One folder of word files, and which of their ids the pages need; all when left out. */
export interface WordFolder {
  readonly folder: string;
  readonly needs?: (id: string) => boolean;
}

/**
 * Compiles the word files at build time: the browser gets no ICU parser, and a text that is not well formed fails the
 * build. Of the words shared with messages and papers only those the pages need are taken.
 */
export function compileWords(folders: readonly WordFolder[]): Plugin {
  return {
    name: 'banli-compile-words',
    enforce: 'pre',
    async load(id) {
      const [file = ''] = id.split('?');
      const found = folders.find(({ folder }) => file.startsWith(folder) && file.endsWith('.json'));
      if (found === undefined) return undefined;
      const { needs = () => true } = found;
      const words: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
      return JSON.stringify(
        Object.fromEntries(
          Object.entries(words)
            .filter(([wordId]) => needs(wordId))
            .map(([wordId, text]) => [wordId, compile(text)]),
        ),
      );
    },
  };
}
