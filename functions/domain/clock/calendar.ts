import * as z from 'zod/mini';

const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const localized = z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string() });

/** One published year: holidays and make-up working days as the State Council's notice fixed them. */
export const legalYear = z.strictObject({
  year: z.int(),
  /** Number of the notice; the source of every day in it. */
  notice: z.string(),
  holidays: z.array(z.strictObject({ date, name: localized })),
  makeUpDays: z.array(date),
});
export type LegalYear = z.infer<typeof legalYear>;

const hours = z.strictObject({ opens: z.string(), closes: z.string() });

/**
 * The calendar of a hall: published years, the week, opening hours, declared closures. Opening hours are not working
 * days: a hall open on Saturday does not count it.
 */
export const hallCalendar = z.strictObject({
  id: z.string(),
  timeZone: z.string(),
  /** ISO weekdays (1 = Monday) that are working days where nothing else is published. */
  workingWeekdays: z.array(z.int()),
  /** Days fixed by decree, `MM-DD`: the only holidays known of a year that is not published yet. */
  fixedHolidays: z.array(z.strictObject({ day: z.string(), name: localized })),
  openingHours: z.record(z.string(), hours),
  years: z.array(legalYear),
  closures: z.array(z.strictObject({ from: date, to: date, reason: localized, basis: z.string() })),
});
export type HallCalendar = z.infer<typeof hallCalendar>;

export type DayKind = 'working' | 'make-up' | 'rest' | 'holiday' | 'closed';

/** Every day looked up once: due dates are counted on it without touching a date library. */
export interface DayIndex {
  readonly calendar: HallCalendar;
  kindOf(day: number): DayKind;
  isWorking(day: number): boolean;
  /** Whether the day's year is not published, so that a judgement of it is provisional. */
  isProvisional(day: number): boolean;
  nameOf(
    day: number,
  ): { readonly 'zh-Hant': string; readonly 'zh-Hans': string; readonly en: string } | undefined;
  /** Local closing time of the hall on that day, `HH:MM`; the week's first opening day's where it is closed. */
  closingTime(day: number): string;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01 of a local date. */
export function dayOf(isoDate: string): number {
  return Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / MILLISECONDS_A_DAY);
}

export function dateOf(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** ISO weekday, 1 = Monday. */
export function weekdayOf(day: number): number {
  return ((day + 3) % 7) + 1;
}

export function indexDays(calendar: HallCalendar): DayIndex {
  const special = new Map<number, { kind: DayKind; name?: LegalYear['holidays'][number]['name'] }>();
  for (const year of calendar.years) {
    for (const { date: holiday, name } of year.holidays)
      special.set(dayOf(holiday), { kind: 'holiday', name });
    for (const makeUp of year.makeUpDays) special.set(dayOf(makeUp), { kind: 'make-up' });
  }
  for (const { from, to, reason } of calendar.closures) {
    for (let day = dayOf(from); day <= dayOf(to); day += 1)
      special.set(day, { kind: 'closed', name: reason });
  }
  const published = new Set(calendar.years.map(({ year }) => year));
  const weekdays = new Set(calendar.workingWeekdays);
  const fixed = new Map(calendar.fixedHolidays.map(({ day, name }) => [day, name]));
  const known = new Map<number, DayKind>();
  const yearOf = (day: number) => Number(dateOf(day).slice(0, 4));
  const fixedOn = (day: number) => (published.has(yearOf(day)) ? undefined : fixed.get(dateOf(day).slice(5)));
  const judge = (day: number): DayKind => {
    const given = special.get(day)?.kind;
    if (given !== undefined) return given;
    if (fixedOn(day) !== undefined) return 'holiday';
    return weekdays.has(weekdayOf(day)) ? 'working' : 'rest';
  };
  const kindOf = (day: number): DayKind => {
    const found = known.get(day) ?? judge(day);
    known.set(day, found);
    return found;
  };
  return {
    calendar,
    kindOf,
    isWorking: (day) => {
      const kind = kindOf(day);
      return kind === 'working' || kind === 'make-up';
    },
    isProvisional: (day) => !published.has(yearOf(day)),
    nameOf: (day) => special.get(day)?.name ?? fixedOn(day),
    closingTime: (day) => {
      const own = calendar.openingHours[String(weekdayOf(day))];
      return (own ?? Object.values(calendar.openingHours)[0])?.closes ?? '24:00';
    },
  };
}
