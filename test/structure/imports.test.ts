import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { root } from '../../local/places.ts';

const shape = z.looseObject({
  summary: z.looseObject({
    totalCruised: z.number(),
    violations: z.array(
      z.looseObject({ from: z.string(), to: z.string(), rule: z.looseObject({ name: z.string() }) }),
    ),
  }),
});

async function cruise(cwd: string, folders: readonly string[]) {
  const flags = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  const present = folders.filter((folder) => existsSync(join(cwd, folder)));
  const { stdout } = await execa('depcruise', [...flags, ...present], {
    cwd,
    preferLocal: true,
    localDir: root,
    reject: false,
  });
  const { violations, totalCruised } = shape.parse(JSON.parse(stdout)).summary;
  return { totalCruised, breaches: violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`) };
}

test('no folder imports what it must not know', async () => {
  const { breaches, totalCruised } = await cruise(root, ['functions', 'infra', 'portal', 'local']);
  // With the wrong compiler beside it the tool finds no module at all, and no fault either.
  expect(totalCruised).toBeGreaterThan(60);
  expect(breaches).toEqual([]);
});

test('a rule of the domain that reaches for storage is noticed', async () => {
  const { breaches } = await cruise(join(root, 'test/structure/breach'), ['functions']);
  expect(breaches).toEqual(['domain-is-pure: functions/domain/rule.ts → functions/adapters/store.ts']);
});
