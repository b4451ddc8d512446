/**
 * Counts the dates of every open case again after a calendar was published (a year, a typhoon day):
 * `npm run recompute-deadlines -- --stage dev`. The dates before stay on the record of each case. It waits a minute between its passes
 * (`wait <seconds>` in a rehearsal where nobody judges by an older one), and ends when one finds nothing older.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { wordAfter } from './command.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const { words } = await takeStageEnvironment();
// The container reads its configuration when it is loaded.
const { makeKernel } = await import('../functions/container/kernel.ts');
const { recomputeDeadlines } = await import('../functions/use-cases/upkeep/recompute-deadlines.ts');

const recomputed = await recomputeDeadlines({
  ...makeKernel(),
  now: () => new Date().toISOString(),
  wait: (seconds) => pause(Number(wordAfter(words, 'wait') ?? seconds) * 1000),
  said: (pass, done, looked) => console.log(`  pass ${pass}: ${done} of ${looked} open cases recomputed`),
});
console.log(`✔ ${recomputed} cases have new dates; none is left with older ones`);
