import type { LocalizedText } from '../language.ts';
import type { HallCalendar } from './calendar.ts';
import { dateOf, dayOf, weekdayOf } from './days.ts';

export type DayKind = 'working' | 'make-up' | 'rest' | 'holiday' | 'closed';

/** What a day is in the hall's legal calendar. */
export interface CalendarDay {
  readonly kind: DayKind;
  readonly isWorking: boolean;
  /** Of the holiday, or the reason of the closure. */
  readonly name?: LocalizedText;
  /** Its year, where that is not published yet: judging the day is provisional. */
  readonly unpublishedYear?: number;
}

type Special = Pick<CalendarDay, 'kind' | 'name'>;

/** A declared closure goes before the published year, that before the days fixed by decree, those before the week. */
export function judgeBy(calendar: HallCalendar): (day: number) => CalendarDay {
  const special = specialDays(calendar);
  const published = new Set(calendar.years.map(({ year }) => year));
  const fixed = new Map(calendar.fixedHolidays.map(({ day, name }) => [day, name]));
  const ordinary = (day: number): Special => ({
    kind: calendar.workingWeekdays.includes(weekdayOf(day)) ? 'working' : 'rest',
  });
  return (day) => {
    const date = dateOf(day);
    const year = Number(date.slice(0, 4));
    const byDecree = published.has(year) ? undefined : fixed.get(date.slice(5));
    const judged = special.get(day) ?? (byDecree ? { kind: 'holiday', name: byDecree } : ordinary(day));
    return {
      ...judged,
      isWorking: judged.kind === 'working' || judged.kind === 'make-up',
      ...(published.has(year) ? {} : { unpublishedYear: year }),
    };
  };
}

function specialDays({ years, closures }: HallCalendar): ReadonlyMap<number, Special> {
  const special = new Map<number, Special>();
  for (const { holidays, makeUpDays } of years) {
    for (const { date, name } of holidays) special.set(dayOf(date), { kind: 'holiday', name });
    for (const date of makeUpDays) special.set(dayOf(date), { kind: 'make-up' });
  }
  for (const { from, to, reason } of closures) {
    for (let day = dayOf(from); day <= dayOf(to); day += 1)
      special.set(day, { kind: 'closed', name: reason });
  }
  return special;
}
