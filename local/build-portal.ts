import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { fault } from './fault.ts';
import { fingerprintOf } from './fingerprint.ts';
import { localPath, root } from './places.ts';

const sources = ['portal', 'functions', 'operations', 'package-lock.json'];

export const portalFolder = join(root, 'dist', 'portal');

/** Builds the pages as they would be uploaded; without a change since the last build it does nothing. */
export async function buildPortal(): Promise<void> {
  const mark = join(root, 'dist', 'portal-built-from');
  const fingerprint = await fingerprintOf(sources);
  if (existsSync(portalFolder) && (await readFile(mark, 'utf8').catch(() => '')) === fingerprint) return;
  const flags = ['--config', join('portal', 'vite.config.ts'), '--outDir', portalFolder, '--emptyOutDir'];
  await mkdir(localPath('logs'), { recursive: true });
  const log = localPath('logs', 'portal.log');
  const result = await execa('vite', ['build', ...flags], {
    cwd: root,
    preferLocal: true,
    localDir: root,
    stdin: 'ignore',
    all: true,
    reject: false,
  });
  await writeFile(log, result.all);
  if (result.failed) throw fault(`The portal could not be built: see ${log}.`);
  await writeFile(mark, fingerprint);
}
