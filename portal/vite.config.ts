import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileWords } from './compile-words.ts';
import { emitVerifier } from './emit-verifier.ts';
import { isCaseWord } from './staff/case-words.ts';

const root = import.meta.dirname;
const api = process.env.BANLI_API ?? 'http://localhost:4300';

/** Paths that belong to the API when a program asks, and may be a source file when the browser loads modules. */
const apiPaths = Object.fromEntries(
  ['/public', '/me', '/staff', '/config.json'].map((path) => [
    path,
    {
      target: api,
      bypass: ({ headers, url }: { headers: { accept?: string | undefined }; url?: string | undefined }) =>
        headers.accept?.includes('json') ? undefined : url,
    },
  ]),
);

export default defineConfig({
  root,
  publicDir: join(root, 'static'),
  plugins: [
    compileWords([
      { folder: join(root, 'words') },
      { folder: join(root, '../functions/words'), needs: isCaseWord },
    ]),
    react(),
    emitVerifier(),
  ],
  json: { namedExports: false },
  build: {
    outDir: join(root, '../dist/portal'),
    emptyOutDir: true,
    // Assets as data: addresses would need a looser content security policy.
    assetsInlineLimit: 0,
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { customer: join(root, 'index.html'), staff: join(root, 'desk/index.html') },
    },
  },
  server: { proxy: apiPaths },
});
