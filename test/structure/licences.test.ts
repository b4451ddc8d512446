import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { root } from '../../local/places.ts';

const shape = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      license: z.optional(z.string()),
      dev: z.optional(z.boolean()),
      devOptional: z.optional(z.boolean()),
      integrity: z.optional(z.string()),
      optional: z.optional(z.boolean()),
      inBundle: z.optional(z.boolean()),
      optionalDependencies: z.optional(z.record(z.string(), z.string())),
    }),
  ),
});
const { packages } = shape.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

/** Whoever keeps the notice may do what they like. */
const PERMISSIVE = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
  ],
  ...['OFL-1.1', 'Python-2.0', 'Unlicense', 'Zlib'],
]);

/** For tools alone, which are given to nobody: changes to their own files would have to be published, data names its makers. */
const FOR_TOOLS = new Set(['MPL-2.0', 'CC-BY-4.0']);

/** Words that are no name of a licence, and which licence they mean. */
const MEANT: Readonly<Record<string, string>> = { 'MIT (http://mootools.net/license.txt)': 'MIT' };

/** An expression of SPDX holds when one side of each OR, and every side of each AND, is allowed. */
function allowed(expression: string, may: (licence: string) => boolean): boolean {
  const plain = (MEANT[expression] ?? expression).replace(/^\(|\)$/g, '');
  return plain.split(' OR ').some((side) => side.split(' AND ').every((licence) => may(licence.trim())));
}

/** A binary for another platform says nothing in the lock file: it is under the licence of what asks for it. */
function licenceOf(path: string): string | undefined {
  const name = path.split('node_modules/').at(-1) ?? '';
  const asking = () =>
    Object.values(packages).find(({ optionalDependencies = {} }) => name in optionalDependencies);
  return packages[path]?.license ?? asking()?.license;
}

const installed = Object.entries(packages).filter(([path]) => path !== '');

test('[R40] every package is under a permissive licence; tools may also be under one that asks no more of a user', () => {
  const others = installed.filter(([path, { dev, devOptional }]) => {
    const tool = dev === true || devOptional === true;
    const may = (licence: string) => PERMISSIVE.has(licence) || (tool && FOR_TOOLS.has(licence));
    return !allowed(licenceOf(path) ?? 'none', may);
  });
  expect(others.map(([path]) => `${path}: ${licenceOf(path)}`)).toEqual([]);
  expect(installed.length).toBeGreaterThan(300);
});

test('[R40] the list refuses what it must', () => {
  const may = (licence: string) => PERMISSIVE.has(licence);
  expect(
    ['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'UNLICENSED', 'none'].filter((one) => allowed(one, may)),
  ).toEqual([]);
  expect(['(MIT OR GPL-3.0-or-later)', 'MIT AND OFL-1.1'].every((one) => allowed(one, may))).toBe(true);
});

test('[R40] every package that is installed here has a hash, and every Python package too', () => {
  // What a package brings inside itself is under that package's hash.
  const bare = installed.filter(
    ([, one]) => one.integrity === undefined && one.optional !== true && one.inBundle !== true,
  );
  expect(bare.map(([path]) => path)).toEqual([]);
  for (const file of ['local/requirements.txt', 'local/lint-requirements.txt']) {
    const lines = readFileSync(join(root, file), 'utf8').replaceAll('\\\n', ' ').split('\n');
    const pinned = lines.filter((line) => /^[\w.[\]-]+==/.test(line));
    expect(pinned.length).toBeGreaterThan(5);
    expect(pinned.filter((line) => !line.includes('--hash=sha256:'))).toEqual([]);
  }
});

test('[R40] nothing is installed from anywhere but a registry', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  expect(lock.match(/"(?:resolved|version)": "(?:git|http:|file:|github:)[^"]*"/g)).toBeNull();
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(Object.keys(allowScripts).toSorted()).toEqual(['esbuild', 'node']);
});
