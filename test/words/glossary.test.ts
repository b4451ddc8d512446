import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { glossary } from '../../docs/write-glossary.ts';
import { root } from '../../local/places.ts';

test('the glossary tells the words of the case as people see them (npm run glossary writes it)', () => {
  expect(readFileSync(join(root, 'docs/glossary.md'), 'utf8')).toBe(glossary());
  expect(glossary().match(/^\| `command\./gm)?.length).toBeGreaterThan(30);
});
