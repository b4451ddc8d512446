import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { localPath, root } from '../../../local/places.ts';

export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

/**
 * A Chromium that came with the packages (x64 Linux), or the one named in BANLI_CHROMIUM.
 * Its fonts are those of our papers, so that Chinese text is text and not boxes on a machine without fonts.
 */
export async function makeBrowser(): Promise<Browser> {
  const named = process.env.BANLI_CHROMIUM;
  const folder = localPath('browser', await packageVersion());
  await mkdir(folder, { recursive: true });
  const executablePath = named ?? (await unpack(folder));
  const env: Record<string, string> = {
    ...strings(process.env),
    FONTCONFIG_FILE: await writeFontList(folder),
  };
  if (await lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  // Not the package's own arguments: one of them ends the browser with its first closed context.
  return { executablePath, args: ['--no-sandbox'], env };
}

/** It unpacks into the temporary folder and takes whatever lies there, so each version has a folder of its own. */
async function unpack(folder: string): Promise<string> {
  if (!existsSync(join(folder, 'unpacked'))) {
    // A process of its own: with these settings the AWS clients of ours would believe they run in Lambda.
    await execa(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], {
      env: { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    await writeFile(join(folder, 'unpacked'), '');
  }
  return join(folder, 'chromium');
}

async function packageVersion(): Promise<string> {
  const text = await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return `chromium-${version}`;
}

async function lacksLibraries(executable: string): Promise<boolean> {
  const { stdout } = await execa('ldd', [executable], { reject: false });
  return `${stdout}`.includes('not found');
}

async function writeFontList(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  const fonts = join(root, 'node_modules/@expo-google-fonts');
  const folders = ['noto-sans-tc', 'noto-sans-sc'].flatMap((name) =>
    ['400Regular', '700Bold'].map((weight) => `<dir>${join(fonts, name, weight)}</dir>`),
  );
  const cache = `<cachedir>${join(folder, 'font-cache')}</cachedir>`;
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  await writeFile(
    file,
    `${head}<fontconfig><dir>/usr/share/fonts</dir>${folders.join('')}${cache}</fontconfig>`,
  );
  return file;
}

function strings(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
