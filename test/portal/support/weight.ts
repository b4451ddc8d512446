import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { vi } from 'vitest';
import { root } from '../../../local/places.ts';

const KB = 1000;

export type Chunks = readonly Rolldown.OutputChunk[];

/** The portal as it is deployed, in memory. */
export async function buildChunks(): Promise<Chunks> {
  // Else React's own tests and warnings would be weighed with it.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    configFile: join(root, 'portal/vite.config.ts'),
    logLevel: 'silent',
    build: { write: false },
  }).finally(() => vi.unstubAllEnvs());
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap((one) => ('output' in one ? one.output : [])).filter((one) => one.type === 'chunk');
}

function chunkWith(chunks: Chunks, module: string): Rolldown.OutputChunk {
  const found = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith(module)));
  if (found === undefined) throw new Error(`no chunk holds ${module}`);
  return found;
}

/** All script a page needs: its modules, what they import, and the words of one language. */
export function scriptOf(chunks: Chunks, ...modules: readonly string[]): Chunks {
  const needed = new Map<string, Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (needed.has(chunk.fileName)) return;
    needed.set(chunk.fileName, chunk);
    for (const name of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === name);
      if (imported !== undefined) add(imported);
    }
  };
  for (const module of modules) add(chunkWith(chunks, module));
  return [...needed.values()];
}

/** Kilobytes as they are sent: gzip -9. */
export function weight(script: Chunks): number {
  return script.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / KB;
}

export const OPEN = ['portal/customer/main.tsx', 'words/shared/zh-Hant.json', 'words/open/zh-Hant.json'];
export const ACCOUNT = [...OPEN, 'words/account/zh-Hant.json', 'account/pages.tsx', 'account/with-case.tsx'];
