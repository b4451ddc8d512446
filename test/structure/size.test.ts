import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/places.ts';

const code = /\.(ts|tsx|mjs|cjs|py|css)$/;

/** Tables of data may be longer: they are looked up, not read. */
const tables: readonly RegExp[] = [/\.gen\.ts$/, /^test\/policy\/clauses\.ts$/];

function files(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached'], { cwd: root, encoding: 'utf8' });
  return listed.split('\n').filter((file) => code.test(file));
}

test('no file but tables of data is longer than 200 lines', () => {
  const long = files()
    .filter((file) => !tables.some((table) => table.test(file)))
    .map((file) => ({ file, lines: linesOf(file) }))
    .filter(({ lines }) => lines > 200);
  expect(long).toEqual([]);
});

test('nothing in the repository is named utils, helpers or common', () => {
  expect(files().filter((file) => /(^|\/)(utils?|helpers?|common)(\/|\.)/.test(file))).toEqual([]);
});

function linesOf(file: string): number {
  return readFileSync(join(root, file), 'utf8').split('\n').length - 1;
}
