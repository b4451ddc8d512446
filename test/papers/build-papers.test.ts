import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DRAWN_PAPERS, makeModule } from '../../functions/papers/build-papers.ts';

test.each(DRAWN_PAPERS)('the module in use is the one that $drawn makes', async (paper) => {
  const file = join(import.meta.dirname, '../../functions', paper.module);
  expect(await readFile(file, 'utf8')).toBe(await makeModule(paper));
});
