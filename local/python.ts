import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { fault } from './fault.ts';
import { localPath, root } from './places.ts';

/** `cloud` is the emulator, `lint` the template linter: together they would be 260 MB that only tests need. */
export type Environment = 'cloud' | 'lint';

const requirements = { cloud: 'requirements.txt', lint: 'lint-requirements.txt' } satisfies Record<
  Environment,
  string
>;

export function pythonOf(environment: Environment): string {
  return localPath('python', environment, 'bin', 'python');
}

/** True when the environment was made from the lock file as it is now, where the repository is now. */
export async function isReady(environment: Environment): Promise<boolean> {
  const mark = await readFile(markOf(environment), 'utf8').catch(() => '');
  return mark === (await fingerprintOf(environment)) && existsSync(pythonOf(environment));
}

/** Makes the virtual environment from hashes alone: what was not locked is not installed. */
export async function makeEnvironment(environment: Environment): Promise<void> {
  if (await isReady(environment)) return;
  const folder = localPath('python', environment);
  await rm(folder, { recursive: true, force: true });
  await mkdir(localPath('logs'), { recursive: true });
  const log = localPath('logs', `python-${environment}.log`);
  const options = { stdout: { file: log }, stderr: { file: log }, stdin: 'ignore', reject: false } as const;
  const made = await execa(process.env.BANLI_PYTHON ?? 'python3', ['-m', 'venv', folder], options);
  if (made.failed) throw fault(`Python could not make a virtual environment: see ${short(log)}.`);
  const lock = join(root, 'local', requirements[environment]);
  const flags = ['--disable-pip-version-check', '--no-input', '--quiet', '--no-deps', '--require-hashes'];
  const installed = await execa(
    pythonOf(environment),
    ['-m', 'pip', 'install', ...flags, '-r', lock],
    options,
  );
  if (installed.failed) {
    throw fault(
      `Python packages could not be downloaded: check the network and pip's index, then try again (details: ${short(log)}).`,
    );
  }
  await writeFile(markOf(environment), await fingerprintOf(environment));
}

function markOf(environment: Environment): string {
  return localPath('python', environment, 'installed-from');
}

async function fingerprintOf(environment: Environment): Promise<string> {
  const lock = await readFile(join(root, 'local', requirements[environment]));
  // A virtual environment holds its own absolute path, so a moved repository needs a new one.
  return createHash('sha256').update(lock).update(root).digest('hex');
}

function short(path: string): string {
  return path.slice(root.length + 1);
}
