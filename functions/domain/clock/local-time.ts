import { Temporal } from 'temporal-polyfill';
import type { DayIndex } from './calendar.ts';
import { dateOf, MILLISECONDS_A_DAY } from './days.ts';
import type { LimitRule } from './rule.ts';

const MINUTE = 60_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an ISO instant; throws on what names no offset, for that would be the machine's. */
export function millisecondsOf(instant: string): number {
  const at = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError(`No instant: ${instant}`);
  return at;
}

/** An instant as the clock writes it: ISO, UTC, fractions of a second only where there are some. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** The local day of an instant in the hall's time zone. */
export function localDay(instant: string, index: DayIndex): number {
  return localDayAt(millisecondsOf(instant), index);
}

export function localDayAt(milliseconds: number, index: DayIndex): number {
  let day = Math.floor(milliseconds / MILLISECONDS_A_DAY);
  while (index.startOf(day) > milliseconds) day -= 1;
  while (index.startOf(day + 1) <= milliseconds) day += 1;
  return day;
}

export function localDate(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The instant of a local wall time on a day; `24:00` is the next day's midnight. */
export function instantOn(day: number, time: string, index: DayIndex): string {
  return instantOf(millisecondsOn(day, time, index));
}

function millisecondsOn(day: number, time: string, index: DayIndex): number {
  const start = index.startOf(day);
  const next = index.startOf(day + 1);
  if (time === '24:00') return next;
  // On a day of 24 hours wall time is elapsed time; only a zone that changes its clocks needs the library.
  if (next - start === MILLISECONDS_A_DAY) return start + minutesOf(time) * MINUTE;
  const wall = Temporal.PlainDateTime.from(`${dateOf(day)}T${time}`);
  return Number(wall.toZonedDateTime(index.calendar.timeZone).epochMilliseconds);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The day on which something counts as received, and on which it came where that is another. */
export interface Receipt {
  readonly day: number;
  readonly cameOn?: number;
}

/**
 * The day on which something counts as received. Without a cut-off hour the local date; with one, what comes at or
 * after it, or on a day that is no working day, is received on the next working day.
 */
export function receivedOn(
  receivedAt: string,
  { cutOff }: Pick<LimitRule, 'cutOff'>,
  index: DayIndex,
): Receipt {
  const at = millisecondsOf(receivedAt);
  const day = localDayAt(at, index);
  if (cutOff === undefined) return { day };
  if (at < millisecondsOn(day, cutOff, index) && index.isWorking(day)) return { day };
  let next = day + 1;
  while (!index.isWorking(next)) next += 1;
  return { day: next, cameOn: day };
}
