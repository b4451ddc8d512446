import { mkdir } from 'node:fs/promises';
import { execa } from 'execa';
import { localPath, root } from './places.ts';
import { playwrightTally, type Tally, vitestTally } from './tally.ts';

/** One of the kinds of proof that `npm test` runs; each can be run alone by the npm script of the same name. */
export interface Layer {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  /** How its report is read; without one the exit code is the one thing that passed or failed. */
  readonly tally?: (report: string) => Promise<Tally>;
}

export interface LayerResult extends Tally {
  readonly output: string;
  readonly seconds: number;
}

/** In the order in which they are begun, the longest first: whoever is free takes the next. */
export const layers: readonly Layer[] = [
  vitest('integration'),
  vitest('region'),
  {
    name: 'browser',
    file: 'playwright',
    args: ['test', '--config', 'test/browser/playwright.config.ts', '--pass-with-no-tests'],
    tally: playwrightTally,
  },
  vitest('infra'),
  vitest('faults'),
  vitest('unit'),
  { name: 'types', file: 'tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'types of infra', file: 'tsc', args: ['-p', 'infra/tsconfig.json'] },
  { name: 'unused', file: 'knip', args: ['--no-progress'] },
  { name: 'style', file: 'biome', args: ['check', '.'] },
];

/** After all others: what they have proven of the policy. */
export const policyTrace: Layer = {
  name: 'policy',
  file: 'node',
  args: ['test/policy/check-trace.ts', '--all'],
};

function vitest(name: string): Layer {
  const reporters = ['default', 'json', './test/policy/trace-reporter.ts'].flatMap((one) => [
    '--reporter',
    one,
  ]);
  return {
    name,
    file: 'vitest',
    args: ['run', '--project', name, ...reporters, '--outputFile.json', reportOf(name)],
    tally: vitestTally,
  };
}

export async function runLayer(layer: Layer): Promise<LayerResult> {
  const started = Date.now();
  await mkdir(localPath('reports'), { recursive: true });
  const result = await execa(layer.file, layer.args, {
    cwd: root,
    preferLocal: true,
    localDir: root,
    env: { BANLI_REPORT: reportOf(layer.name), FORCE_COLOR: '0' },
    stdin: 'ignore',
    all: true,
    reject: false,
  });
  const tally = (await layer.tally?.(reportOf(layer.name))) ?? { passed: 0, failed: 0 };
  const seconds = Math.round((Date.now() - started) / 1000);
  if (result.failed && tally.failed === 0)
    return { passed: tally.passed, failed: 1, output: result.all, seconds };
  if (layer.tally === undefined) return { passed: 1, failed: 0, output: result.all, seconds };
  return { ...tally, output: result.all, seconds };
}

function reportOf(name: string): string {
  return localPath('reports', `${name}.json`);
}
