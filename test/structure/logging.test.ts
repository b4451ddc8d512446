import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../local/places.ts';

const CODE = /'([A-Z]+(?:_[A-Z]+)*_(?:STARTED|COMPLETED|REFUSED|FAILED|LEFT))'/g;

/** Every code that a function logs. */
function logged(): readonly string[] {
  const files = readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' });
  const codes = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(root, 'functions', file), 'utf8').matchAll(CODE)]);
  return [...new Set(codes.map(([, code]) => String(code)))].sort();
}

test('the catalogue of log codes has exactly those that are logged', () => {
  const page = readFileSync(join(root, 'docs/logging.md'), 'utf8');
  const told = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(logged().length).toBeGreaterThan(20);
  expect(told.toSorted()).toEqual(logged());
});

test('every action of the catalogue in code is logged somewhere', () => {
  const source = readFileSync(join(root, 'functions/log.ts'), 'utf8');
  const actions = [...source.matchAll(/^ {2}'([A-Z_]+)',$/gm)].map(([, action]) => String(action));
  const used = logged().map((code) => code.replace(/_[A-Z]+$/, ''));
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter((action) => !used.includes(action))).toEqual([]);
});
