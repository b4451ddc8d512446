import type { DayIndex } from './calendar.ts';
import type { CalendarDay } from './judge-days.ts';

export interface JudgedYears {
  /** The same calendar, taking note of the days that are judged through it. */
  readonly index: DayIndex;
  /** The latest unpublished year in which a day had to be judged: only when it is published is the answer final. */
  readonly latestUnpublished: () => number | undefined;
}

/** Notes which unpublished years an answer hangs on; days merely passed over, as by a limit in months, are not judged. */
export function noteJudgedYears(index: DayIndex): JudgedYears {
  let latest: number | undefined;
  const dayOn = (day: number): CalendarDay => {
    const found = index.dayOn(day);
    if (found.unpublishedYear !== undefined) latest = Math.max(latest ?? 0, found.unpublishedYear);
    return found;
  };
  return {
    index: { ...index, dayOn, isWorking: (day) => dayOn(day).isWorking },
    latestUnpublished: () => latest,
  };
}
