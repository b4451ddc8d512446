import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const vitestShape = z.looseObject({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.looseObject({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});
const playwrightShape = z.looseObject({
  stats: z.looseObject({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** A file that could not even be loaded has no test to fail, and counts as one failure. */
export async function vitestTally(report: string): Promise<Tally> {
  const parsed = await parse(report, vitestShape);
  if (!parsed) return { passed: 0, failed: 0 };
  const broken = parsed.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: parsed.numPassedTests, failed: parsed.numFailedTests + broken.length };
}

/** A test that passed only at its second try has shown a fault, so it counts as failed. */
export async function playwrightTally(report: string): Promise<Tally> {
  const parsed = await parse(report, playwrightShape);
  if (!parsed) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky } = parsed.stats;
  return { passed: expected, failed: unexpected + flaky + parsed.errors.length };
}

async function parse<T extends z.ZodMiniType>(file: string, shape: T): Promise<z.output<T> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : z.parse(shape, JSON.parse(text));
}
