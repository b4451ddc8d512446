import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { root } from '../../local/places.ts';

const shape = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.optional(z.string()),
      optionalDependencies: z.optional(z.record(z.string(), z.string())),
    }),
  ),
});

// A registry that mirrors one platform only drops the others' binaries from the lock file without a word; then
// `npm ci` refuses it on every machine.
test('the lock file names the binaries of every platform', () => {
  const { packages } = shape.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(packages, path, name)),
  );
  expect(missing).toEqual([]);
});

/** Looks where Node would: beside the package that asks for it, then in each folder above. */
function isLocked(packages: Readonly<Record<string, unknown>>, path: string, name: string): boolean {
  if (packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`] !== undefined) return true;
  if (path === '') return false;
  return isLocked(packages, path.split('/node_modules/').slice(0, -1).join('/node_modules/'), name);
}
