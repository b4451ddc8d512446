export interface Reading {
  readonly at: string;
  readonly who: string;
  readonly purpose: string;
}

/** Readings of one reader for one purpose that follow one another, newest first: a line instead of many. */
export interface ReadingRun {
  readonly who: string;
  readonly purpose: string;
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/** Nothing is left out: the counts add up to the readings. */
export function runsOf(readings: readonly Reading[]): readonly ReadingRun[] {
  const runs: ReadingRun[] = [];
  for (const { at, who, purpose } of readings) {
    const before = runs.at(-1);
    if (before?.who === who && before.purpose === purpose) {
      runs[runs.length - 1] = { ...before, first: at, count: before.count + 1 };
    } else runs.push({ who, purpose, first: at, last: at, count: 1 });
  }
  return runs;
}
