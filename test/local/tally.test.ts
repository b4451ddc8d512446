import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { playwrightTally, vitestTally } from '../../local/tally.ts';

async function report(content: unknown): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'banli-tally-')), 'report.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

test('a file that could not be loaded counts as one failure', async () => {
  const file = await report({
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}, {}, {}, {}] },
    ],
  });
  expect(await vitestTally(file)).toEqual({ passed: 3, failed: 2 });
});

test('a browser test that passed only at its second try counts as failed', async () => {
  const file = await report({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [] });
  expect(await playwrightTally(file)).toEqual({ passed: 5, failed: 2 });
});

test('a layer without a report has passed nothing', async () => {
  expect(await vitestTally('/nowhere/report.json')).toEqual({ passed: 0, failed: 0 });
});
