import {
  figuresOf,
  hoursBetween,
  type Levels,
  levelsAfter,
  NO_LEVELS,
} from '../../domain/statistics/figures.ts';
import type { Figures } from '../../ports/figures.ts';
import type { LeftOvers } from '../../ports/relay-store.ts';

export interface Projecting {
  readonly figures: Figures;
  readonly jobs: Pick<LeftOvers, 'checkpoint' | 'keepCheckpoint'>;
}

const JOB = 'statistics';
/** An index is filled a moment late, and a late version may still be dated into an hour that is over. */
const OPEN_HOURS = 26;
const PREVIOUS_AGAIN_MINUTES = 15;
/** A function that stood still for longer catches up in several rounds. */
const MOST_HOURS_A_ROUND = 60;

/**
 * Puts the figures of the hours that may still change: each minute the open one (and for a quarter of an hour the one
 * before it), at each turn of an hour all younger than 26 hours. The same function is the recount. Answers the levels now.
 */
export async function projectStatistics(
  { figures, jobs }: Projecting,
  now: string,
): Promise<{ readonly levels: Levels; readonly hours: number }> {
  const open = now.slice(0, 13);
  const done = await jobs.checkpoint(JOB);
  const hours = hoursBetween(await firstOf(figures, now, done), open).slice(0, MOST_HOURS_A_ROUND);
  const [first = open] = hours;
  let levels = (await figures.hour(hourBefore(first, 1)))?.levels ?? NO_LEVELS;
  for (const hour of hours) {
    const counted = figuresOf(hour, await figures.entriesOf(hour));
    levels = levelsAfter(levels, counted);
    await figures.keepHour({ figures: counted, levels });
  }
  const last = hours.at(-1) ?? open;
  if (last !== done) await jobs.keepCheckpoint(JOB, last);
  return { levels, hours: hours.length };
}

async function firstOf(figures: Figures, now: string, done: string | undefined): Promise<string> {
  const open = now.slice(0, 13);
  const oldestOpen = hourBefore(open, OPEN_HOURS);
  if (done === undefined) return oldestOpen;
  if (done === open) return minuteOf(now) < PREVIOUS_AGAIN_MINUTES ? hourBefore(open, 1) : open;
  if (done >= oldestOpen) return oldestOpen;
  // It stood still: from the last hour it kept, since levels are sums.
  return (await figures.hour(done)) === undefined ? oldestOpen : done;
}

function hourBefore(hour: string, hours: number): string {
  return new Date(Date.parse(`${hour}:00:00Z`) - hours * 3_600_000).toISOString().slice(0, 13);
}

function minuteOf(now: string): number {
  return Number(now.slice(14, 16));
}
