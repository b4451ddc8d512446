import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** Words are compiled when they are packed. */
export const compiledWords: Plugin = {
  name: 'banli-compiled-words',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/compile\.ts$/ }, ({ importer }) =>
      importer.endsWith('/functions/words/catalogue.ts')
        ? { path: join(import.meta.dirname, 'compiled-words.ts') }
        : undefined,
    );
  },
};

const CONSTANT = /^const (\w+) = ("[^"]*");$/gm;

/**
 * The SDK describes each type of a service by constants whose keys are constants in brackets. esbuild takes a key in
 * brackets for something that may act, and keeps what nobody uses: 53 KB of S3. With the text for its name it does not.
 */
export const shakenSchemas: Plugin = {
  name: 'banli-shaken-schemas',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_\d+\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const texts = new Map([...code.matchAll(CONSTANT)].map(([, name, text]) => [name, text]));
      return {
        contents: code.replace(/\[(\w+)\]:/g, (key, name) => `${texts.get(name) ?? key}:`),
        loader: 'js',
      };
    });
  },
};

/** A client reads its version out of its package file; the rest of that is for npm. */
export const clientVersions: Plugin = {
  name: 'banli-client-versions',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { version }: { version: string } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/**
 * Whoever imports `node:http` as a module gets all it exports, and one of its exports loads the whole of `fetch`: a tenth of
 * the time until a function is ready. Required, it loads what is asked for.
 */
export const requiredHttp: Plugin = {
  name: 'banli-required-http',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?http$/ }, ({ kind }) =>
      kind === 'import-statement' || kind === 'dynamic-import'
        ? { path: 'node:http', namespace: 'required' }
        : { path: 'node:http', external: true },
    );
    onLoad({ filter: /.*/, namespace: 'required' }, () => ({
      contents: "module.exports = require('node:http');",
      loader: 'js',
    }));
  },
};

/** Every Node that runs functions hashes by itself. */
export const ownHashes: Plugin = {
  name: 'banli-own-hashes',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/(Sha1Js|Sha256Js|Md5Js)$/ }, () => ({
      path: join(import.meta.dirname, 'unused-sdk.ts'),
    }));
  },
};
