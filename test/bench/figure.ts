export type Goal = `P${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`;

/** One line of the report: what was measured, what it stands beside, and what was aimed at. */
export interface Figure {
  readonly goal: Goal;
  readonly what: string;
  readonly measured: string;
  /** Measured in the same run, or a count that it must not pass; a figure without one says nothing. */
  readonly reference: string;
  readonly aim: string;
  /** `stated`: no goal is set for it; it stands beside one that is. */
  readonly verdict: 'met' | 'missed' | 'stated';
}

export const verdictOf = (met: boolean) => (met ? 'met' : 'missed');

/** The middle one; of an even count the upper of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const times = (ratio: number) => `${ratio.toFixed(2)} ×`;
