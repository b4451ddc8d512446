import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from '../../local/places.ts';

const KB = 1000;
let chunks: readonly Rolldown.OutputChunk[] = [];

beforeAll(async () => {
  // Else React's own tests and warnings would be weighed with it.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    configFile: join(root, 'portal/vite.config.ts'),
    logLevel: 'silent',
    build: { write: false },
  });
  const outputs = Array.isArray(built) ? built : [built];
  chunks = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((one) => one.type === 'chunk');
}, 60_000);

function chunkWith(module: string): Rolldown.OutputChunk {
  const found = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith(module)));
  if (found === undefined) throw new Error(`no chunk holds ${module}`);
  return found;
}

/** All script a page needs: its modules, what they import, and the words of one language. */
function scriptOf(...modules: readonly string[]): readonly Rolldown.OutputChunk[] {
  const needed = new Map<string, Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (needed.has(chunk.fileName)) return;
    needed.set(chunk.fileName, chunk);
    for (const name of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === name);
      if (imported !== undefined) add(imported);
    }
  };
  for (const module of modules) add(chunkWith(module));
  return [...needed.values()];
}

function weight(script: readonly Rolldown.OutputChunk[]): number {
  return script.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / KB;
}

const OPEN = ['portal/customer/main.tsx', 'words/shared/zh-Hant.json', 'words/open/zh-Hant.json'];
const ACCOUNT = [...OPEN, 'words/account/zh-Hant.json', 'account/pages.tsx', 'account/with-case.tsx'];

describe('what a page weighs (gzip -9, words in it)', () => {
  // The goal is 95 KB. react-dom, the router and the typed client alone are 82 of them.
  test('[P10] guide and tracking stay at what they are, or become lighter', () => {
    expect(weight(scriptOf(...OPEN, 'customer/guide-page.tsx'))).toBeLessThanOrEqual(100);
    expect(weight(scriptOf(...OPEN, 'customer/track-page.tsx'))).toBeLessThanOrEqual(102);
  });

  test('[P10] a page of the form is within 140 KB in all', () => {
    expect(weight(scriptOf(...ACCOUNT, 'form/form-page.tsx'))).toBeLessThanOrEqual(140);
    expect(weight(scriptOf(...ACCOUNT, 'form/documents-page.tsx'))).toBeLessThanOrEqual(140);
    expect(weight(scriptOf(...ACCOUNT, 'form/check-page.tsx'))).toBeLessThanOrEqual(140);
  });

  test('[P10] the open pages load neither TanStack Query, nor the form, nor anything of the staff', () => {
    const loaded = scriptOf(...OPEN, 'customer/guide-page.tsx', 'customer/track-page.tsx').flatMap(
      (one) => one.moduleIds,
    );
    expect(loaded.filter((id) => /tanstack|idb-keyval|cfworker|portal\/staff|words\/staff/.test(id))).toEqual(
      [],
    );
  });

  test('[P10] no page of a customer holds staff code or staff words', () => {
    const mine = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.includes('portal/customer/')));
    const loaded = mine
      .flatMap(({ fileName }) =>
        scriptOf(
          ...chunks.filter((one) => one.fileName === fileName).flatMap((one) => one.moduleIds.slice(0, 1)),
        ),
      )
      .flatMap((one) => one.moduleIds);
    expect(loaded.filter((id) => /portal\/staff|words\/staff/.test(id))).toEqual([]);
  });
});
