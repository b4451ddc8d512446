import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { compile } from '../functions/words/compile.ts';

/** Compiles the word files at build time: the browser gets no ICU parser, and a text that is not well formed fails the build. */
export function compileWords(folder: string): Plugin {
  return {
    name: 'banli-compile-words',
    enforce: 'pre',
    async load(id) {
      const [file = ''] = id.split('?');
      if (!file.startsWith(folder) || !file.endsWith('.json')) return undefined;
      const words: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
      return JSON.stringify(
        Object.fromEntries(Object.entries(words).map(([wordId, text]) => [wordId, compile(text)])),
      );
    },
  };
}
