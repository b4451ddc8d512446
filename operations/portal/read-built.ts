import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StageConfig } from '../../infra/config.ts';
import { VERIFIER_FILE } from '../verifier/bundle.ts';
import type { PortalFile } from './portal-file.ts';

/** Without these it is no portal: both first pages, their settings, and the verifier that outsiders download. */
const NEEDED = ['index.html', 'desk/index.html', 'config.json', VERIFIER_FILE];
const SETTINGS = 'config.json';

/** Every file of a built portal, with the settings of the stage it is published in. */
export async function readBuilt(folder: string, config: StageConfig): Promise<readonly PortalFile[]> {
  const missing = NEEDED.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0)
    throw new Error(
      `${folder} holds no built portal: ${missing.join(', ')} missing. Name no folder to build one`,
    );
  const files: PortalFile[] = [];
  for await (const entry of glob('**', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const name = path.slice(folder.length + 1);
    files.push({ name, bytes: name === SETTINGS ? settingsOf(config, bytes) : bytes });
  }
  return files;
}

/** What the repository says of the hall, and what the stage says: its number, its clock, and who its colleagues are. */
function settingsOf({ hotline, timeZone, staffProvider }: StageConfig, bytes: Uint8Array): Uint8Array {
  const { hall, ...kept } = JSON.parse(Buffer.from(bytes).toString('utf8'));
  const settings = {
    ...kept,
    apiUrl: '',
    timeZone,
    hall: { ...hall, phone: hotline },
    ...(staffProvider && { staffProvider: { name: staffProvider.name } }),
  };
  return Buffer.from(`${JSON.stringify(settings, null, 2)}\n`);
}
