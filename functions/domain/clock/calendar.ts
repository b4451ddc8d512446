import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import { dateOf, dayOf, weekdayOf } from './days.ts';
import { type CalendarDay, judgeBy } from './judge-days.ts';

const date = z.iso.date();
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
const said = z.string().check(z.minLength(1));
const localized = z.strictObject({ 'zh-Hant': said, 'zh-Hans': said, en: said });
const weekday = z.int().check(z.minimum(1), z.maximum(7));

/** One published year: holidays and make-up working days as the State Council's notice fixed them. */
export const legalYear = z
  .strictObject({
    year: z.int(),
    /** Number of the notice; the source of every day in it. */
    notice: said,
    holidays: z.array(z.strictObject({ date, name: localized })),
    makeUpDays: z.array(date),
  })
  .check(
    z.refine(
      ({ year, holidays, makeUpDays }) =>
        [...holidays.map((holiday) => holiday.date), ...makeUpDays].every(
          (day, at, all) => day.startsWith(`${year}-`) && all.indexOf(day) === at,
        ),
      'Each day lies in the year and is named once',
    ),
  );
export type LegalYear = z.infer<typeof legalYear>;

const hours = z
  .strictObject({ opens: time, closes: time })
  .check(z.refine(({ opens, closes }) => opens < closes, 'A hall closes after it opens'));

/**
 * The calendar of a hall: published years, the week, opening hours, declared closures. Opening hours are not working
 * days: a hall open on Saturday does not count it.
 */
export const hallCalendar = z
  .strictObject({
    id: z.string(),
    timeZone: z.string(),
    /** ISO weekdays (1 = Monday) that are working days where nothing else is published. */
    workingWeekdays: z.array(weekday).check(z.minLength(1)),
    /** Days fixed by decree, `MM-DD`: the only holidays known of a year that is not published yet. */
    fixedHolidays: z.array(
      z.strictObject({ day: z.string().check(z.regex(/^\d{2}-\d{2}$/)), name: localized }),
    ),
    /** By ISO weekday. */
    openingHours: z.record(z.string().check(z.regex(/^[1-7]$/)), hours),
    years: z.array(legalYear),
    closures: z.array(
      z
        .strictObject({ from: date, to: date, reason: localized, basis: said })
        .check(z.refine(({ from, to }) => from <= to, 'A closure ends after it begins')),
    ),
  })
  .check(
    z.refine(
      ({ workingWeekdays, openingHours }) => workingWeekdays.every((day) => openingHours[day] !== undefined),
      'Each working weekday has opening hours',
    ),
    z.refine(
      ({ years }) => new Set(years.map(({ year }) => year)).size === years.length,
      'Each year is published once',
    ),
    // A make-up day is worked in place of another; naming a weekday is a slip of whoever imported the notice.
    z.refine(
      ({ years, workingWeekdays }) =>
        years.every(({ makeUpDays }) =>
          makeUpDays.every((day) => !workingWeekdays.includes(weekdayOf(dayOf(day)))),
        ),
      'A make-up day falls on a day of rest',
    ),
  );
export type HallCalendar = z.infer<typeof hallCalendar>;

/** Every day looked up once: due dates are counted on it without touching a date library. Days are numbers of `days.ts`. */
export interface DayIndex {
  readonly calendar: HallCalendar;
  dayOn(day: number): CalendarDay;
  isWorking(day: number): boolean;
  /** Instant at which the local day begins, in milliseconds since 1970. */
  startOf(day: number): number;
  /** Local closing time of the hall on that day, `HH:MM`; a working day's where the hall is closed. */
  closingTime(day: number): string;
}

export function indexDays(calendar: HallCalendar): DayIndex {
  const dayOn = remembered(judgeBy(calendar));
  const startOf = remembered((day: number) =>
    Number(Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(calendar.timeZone).epochMilliseconds),
  );
  const workingHours = calendar.openingHours[Math.min(...calendar.workingWeekdays)];
  return {
    calendar,
    dayOn,
    isWorking: (day) => dayOn(day).isWorking,
    startOf,
    closingTime: (day) => {
      // A make-up Saturday is worked like a weekday; the short hours of a Saturday are not meant for it.
      const own = dayOn(day).kind === 'make-up' ? workingHours : calendar.openingHours[weekdayOf(day)];
      return (own ?? workingHours)?.closes ?? '24:00';
    },
  };
}

function remembered<Answer>(ask: (day: number) => Answer): (day: number) => Answer {
  const known = new Map<number, Answer>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const answer = ask(day);
    known.set(day, answer);
    return answer;
  };
}
