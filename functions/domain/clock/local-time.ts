import { Temporal } from 'temporal-polyfill';
import { type DayIndex, dateOf, dayOf } from './calendar.ts';
import type { LimitRule } from './rule.ts';

/** The local day of an instant in the hall's time zone. */
export function localDay(instant: string, { calendar }: DayIndex): number {
  return dayOf(localDate(instant, calendar.timeZone));
}

export function localDate(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The instant of a local wall time on a day; `24:00` is the next day's midnight. */
export function instantOn(day: number, time: string, { calendar }: DayIndex): string {
  const [date, clock] = time === '24:00' ? [dateOf(day + 1), '00:00'] : [dateOf(day), time];
  return Temporal.PlainDateTime.from(`${date}T${clock}`)
    .toZonedDateTime(calendar.timeZone)
    .toInstant()
    .toString();
}

/**
 * The day on which something counts as received. Without a cut-off hour the local date; with one, what comes at or
 * after it, or on a day that is no working day, is received on the next working day.
 */
export function receivedOn(
  receivedAt: string,
  { cutOff }: Pick<LimitRule, 'cutOff'>,
  index: DayIndex,
): { readonly day: number; readonly movedFrom?: string } {
  const local = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(index.calendar.timeZone);
  const day = dayOf(local.toPlainDate().toString());
  if (cutOff === undefined) return { day };
  const late = Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(cutOff)) >= 0;
  if (!late && index.isWorking(day)) return { day };
  let next = day + 1;
  while (!index.isWorking(next)) next += 1;
  return { day: next, movedFrom: dateOf(day) };
}
