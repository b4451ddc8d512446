import * as z from 'zod/mini';
import { fingerprintOf } from '../fingerprint.ts';
import { readMark, writeMark } from '../marks.ts';
import { type SeedContext, seedSteps } from './steps.ts';

const sources = ['local/seed', 'services', 'calendars'];
const markShape = z.object({ fingerprint: z.string(), lines: z.array(z.string()) });

/** Runs the steps once for each state of their files, and gives what they had to say each time. */
export async function seed(context: SeedContext, say: (title: string) => void): Promise<readonly string[]> {
  const { documents } = context.clients;
  const fingerprint = await fingerprintOf(sources);
  const mark = await readMark(documents, 'seeded');
  const before = mark === undefined ? undefined : markShape.parse(JSON.parse(mark));
  if (before?.fingerprint === fingerprint) return before.lines;
  const lines: string[] = [];
  for (const step of seedSteps) {
    say(step.title);
    lines.push(...(await step.run(context)));
  }
  await writeMark(documents, 'seeded', JSON.stringify({ fingerprint, lines }));
  return lines;
}
