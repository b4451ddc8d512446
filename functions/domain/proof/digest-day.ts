import { Temporal } from 'temporal-polyfill';
import { localDate } from '../clock/local-time.ts';

const HOUR = 3_600_000;
/** A day is sealed on the second day after it, when whatever was on its way has long arrived. */
const SEALED_AFTER_DAYS = 2;

/** The last day that may be sealed now, by the hall's clock. */
export function lastDayToSeal(now: string, timeZone: string): string {
  return daysFrom(localDate(now, timeZone), -SEALED_AFTER_DAYS);
}

/** The day whose digest has what was written at an instant. */
export function dayOf(at: string, timeZone: string): string {
  return localDate(`${at.slice(0, 13)}:00:00Z`, timeZone);
}

export function daysFrom(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The UTC hours of a day: an hour belongs to the day in which it begins by the hall's clock, so each belongs to one. */
export function hoursOfDay(
  day: string,
  timeZone: string,
): { readonly from: string; readonly until: string; readonly hours: readonly string[] } {
  const [from, until] = [firstHour(day, timeZone), firstHour(daysFrom(day, 1), timeZone)];
  const count = (until - from) / HOUR;
  const hours = Array.from({ length: count }, (_, n) => instant(from + n * HOUR).slice(0, 13));
  return { from: instant(from), until: instant(until), hours };
}

/** The first whole UTC hour at or after the day's beginning. */
function firstHour(day: string, timeZone: string): number {
  const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds;
  return Math.ceil(Number(start) / HOUR) * HOUR;
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
