import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Seen } from '../../functions/use-cases/findings/take-scan.ts';
import { makeEnvironment, pythonOf } from '../../local/python.ts';

const ROOT = join(import.meta.dirname, '../..');
const RUN_LINT = 'import sys; from cfnlint.runner import main; sys.exit(main())';
const TEMPLATE = '.template.json';

export interface Synthesized {
  /** Each template's text, by the name of its file. */
  readonly templates: ReadonlyMap<string, string>;
  readonly seen: readonly Seen[];
}

/** Synthesizes the stage as its deployment would; what the rules of AWS Solutions or the linter find is seen. */
export async function scanTemplates(stage: string): Promise<Synthesized> {
  const folder = await mkdtemp(join(tmpdir(), 'banli-scan-'));
  try {
    const nag = await synthesize(stage, folder);
    const files = (await readdir(folder)).filter((file) => file.endsWith(TEMPLATE));
    const templates = await Promise.all(
      files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const),
    );
    const linted = await lint(files.map((file) => join(folder, file)));
    return { templates: new Map(templates), seen: [...nag, ...linted] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As a process of its own, as a deployment does it: the rules of AWS Solutions fail a synthesis. */
async function synthesize(stage: string, folder: string): Promise<readonly Seen[]> {
  const flags = ['synth', '--quiet', '--context', `stage=${stage}`, '--output', folder];
  const run = await execa('npx', ['cdk', ...flags], { cwd: ROOT, all: true, reject: false });
  return run.failed ? readNag(run.all) : [];
}

/** Each rule that failed, once per construct; a failure of another kind is no finding and ends the scan. */
export function readNag(text: string): readonly Seen[] {
  const rules = [...text.matchAll(/(AwsSolutions-[A-Z0-9]+)[^\n]*/g)];
  if (rules.length === 0) throw new Error(`The stage could not be synthesized: ${text.slice(0, 300)}`);
  return rules.map(([line, rule = '']) => ({ what: rule, where: line.slice(0, 200), severity: 'high' }));
}

async function lint(files: readonly string[]): Promise<readonly Seen[]> {
  await makeEnvironment('lint');
  const run = await execa(pythonOf('lint'), ['-c', RUN_LINT, '--format', 'parseable', '--', ...files], {
    cwd: ROOT,
    reject: false,
  });
  return readLint(run.stdout);
}

/** `file:line:column:line:column:rule:text`; errors weigh more than advice. */
export function readLint(text: string): readonly Seen[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [file = '', row = '', , , , rule = '', ...words] = line.split(':');
      const where = `${file.split('/').at(-1)}:${row} ${words.join(':')}`.slice(0, 200);
      return { what: rule, where, severity: rule.startsWith('E') ? 'high' : 'low' };
    });
}
