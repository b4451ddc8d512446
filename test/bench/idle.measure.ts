import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { test } from 'vitest';
import { root } from '../../local/places.ts';
import type { Figure } from './figure.ts';
import { keepFigures } from './keep.ts';
import { IDLE_MONTH } from './prices.ts';

/** What stands in the templates of a stage, by type. */
async function resourcesOf(stage: string): Promise<ReadonlyMap<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'banli-idle-'));
  try {
    const args = ['synth', '--quiet', '--context', `stage=${stage}`, '--output', folder];
    await execa('cdk', args, { cwd: root, preferLocal: true, env: { CDK_DISABLE_CLI_TELEMETRY: '1' } });
    const counted = new Map<string, number>();
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.template.json'))) {
      const template: { Resources?: Record<string, { Type: string }> } = JSON.parse(
        await readFile(join(folder, name), 'utf8'),
      );
      for (const { Type } of Object.values(template.Resources ?? {}))
        counted.set(Type, (counted.get(Type) ?? 0) + 1);
    }
    return counted;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('[P1] what a stage costs while nobody uses it', async () => {
  const figures: Figure[] = [];
  for (const stage of ['dev', 'prod']) {
    const counted = await resourcesOf(stage);
    const parts = Object.entries(IDLE_MONTH).flatMap(([type, price]) => {
      const count = counted.get(type) ?? 0;
      return count === 0 ? [] : [{ count, name: type.split('::').at(-1), dollars: count * price }];
    });
    figures.push({
      goal: 'P1',
      what: `an idle month of stage ${stage}, all regions`,
      measured: `USD ${parts.reduce((sum, { dollars }) => sum + dollars, 0).toFixed(2)}`,
      reference: parts.map(({ count, name }) => `${count} ${name}`).join(', '),
      aim: '',
      verdict: 'stated',
    });
  }
  await keepFigures('idle', figures);
});
