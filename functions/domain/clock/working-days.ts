import type { DayIndex } from './calendar.ts';

/** The n-th working day strictly after a day; the day itself for none. */
export function nthWorkingDayAfter(
  day: number,
  n: number,
  { isWorking }: Pick<DayIndex, 'isWorking'>,
): number {
  let found = day;
  for (let counted = 0; counted < n; ) {
    found += 1;
    if (isWorking(found)) counted += 1;
  }
  return found;
}

/** The n-th working day strictly before a day: warnings, and "90 to 15 working days before expiry". */
export function nthWorkingDayBefore(
  day: number,
  n: number,
  { isWorking }: Pick<DayIndex, 'isWorking'>,
): number {
  let found = day;
  for (let counted = 0; counted < n; ) {
    found -= 1;
    if (isWorking(found)) counted += 1;
  }
  return found;
}
