/** Writes what Banli is made of, as CycloneDX, to dist/sbom.cdx.json: `npm run sbom`, for each release. What people run, without tools. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { beginCommand } from './command.ts';
import { readBom } from './supply/read-bom.ts';

beginCommand();
const root = join(import.meta.dirname, '..');
const { stdout } = await execa('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], { cwd: root });
const { components, withoutLicence } = readBom(stdout);
await mkdir(join(root, 'dist'), { recursive: true });
await writeFile(join(root, 'dist/sbom.cdx.json'), stdout);
console.log(`✔ dist/sbom.cdx.json: ${components} components`);
for (const name of withoutLicence) console.log(`• ${name} names no licence`);
