import { Temporal } from 'temporal-polyfill';
import type { HallCalendar } from '../../functions/domain/clock/calendar.ts';
import type { LimitRule, Pause } from '../../functions/domain/clock/rule.ts';

export interface NaiveGiven {
  readonly rule: Pick<LimitRule, 'amount' | 'unit' | 'starts' | 'rollForward' | 'cutOff'>;
  readonly receivedAt: string;
  /** All ended. */
  readonly pauses: readonly Pause[];
  readonly calendar: HallCalendar;
}

/** The conventions of the clock read out one by one, on calendar dates, as a clerk with a wall calendar would: the oracle. */
export function naiveDueDate({ rule, receivedAt, pauses, calendar }: NaiveGiven): string {
  const received = naiveReceipt(receivedAt, rule, calendar);
  const effective: Pause[] = [];
  for (const pause of pauses.toSorted((one, other) => one.from.localeCompare(other.from))) {
    if (pause.from < due(rule, received, effective, calendar)) effective.push(pause);
  }
  return due(rule, received, effective, calendar);
}

export function isNaiveWorkingDay(
  date: string,
  { years, closures, fixedHolidays, workingWeekdays }: HallCalendar,
) {
  if (closures.some(({ from, to }) => from <= date && date <= to)) return false;
  const year = years.find((published) => published.year === Number(date.slice(0, 4)));
  if (year?.makeUpDays.includes(date)) return true;
  if (year?.holidays.some((holiday) => holiday.date === date)) return false;
  if (year === undefined && fixedHolidays.some(({ day }) => date.endsWith(day))) return false;
  return workingWeekdays.includes(Temporal.PlainDate.from(date).dayOfWeek);
}

function naiveReceipt(receivedAt: string, { cutOff }: NaiveGiven['rule'], calendar: HallCalendar): string {
  const [date = '', time = ''] = Temporal.Instant.from(receivedAt)
    .toZonedDateTimeISO(calendar.timeZone)
    .toPlainDateTime()
    .toString()
    .split('T');
  if (cutOff === undefined || (time < cutOff && isNaiveWorkingDay(date, calendar))) return date;
  let next = plus(date, 1);
  while (!isNaiveWorkingDay(next, calendar)) next = plus(next, 1);
  return next;
}

function due(
  { amount, unit, starts, rollForward }: NaiveGiven['rule'],
  received: string,
  pauses: readonly Pause[],
  calendar: HallCalendar,
): string {
  const spans = pauses.map((pause) => ({ ...pause, end: endOf(pause, calendar) }));
  const isPaused = (date: string) => spans.some(({ from, end }) => from < date && date <= end);
  const resets = spans.filter(({ resume }) => resume === 'reset').map(({ end }) => end);
  const start = [received, ...resets].toSorted().at(-1) ?? received;
  const countsItself = starts === 'same-day' && start === received;
  let date = countsItself ? plus(start, -1) : start;
  if (unit === 'month' || unit === 'year') {
    // The first day that is not paused and no earlier than the corresponding day of a start so many days later.
    for (let stoodStill = 0; ; ) {
      date = plus(date, 1);
      if (isPaused(date)) stoodStill += 1;
      else if (date >= correspondingDate(plus(start, stoodStill), unit, amount, countsItself)) break;
    }
  } else {
    for (let left = amount; left > 0; ) {
      date = plus(date, 1);
      if (!isPaused(date) && (unit === 'calendar-day' || isNaiveWorkingDay(date, calendar))) left -= 1;
    }
  }
  if (rollForward) while (!isNaiveWorkingDay(date, calendar) || isPaused(date)) date = plus(date, 1);
  return date;
}

function correspondingDate(
  start: string,
  unit: 'month' | 'year',
  amount: number,
  countsItself: boolean,
): string {
  const like = Temporal.PlainDate.from(start).add(unit === 'month' ? { months: amount } : { years: amount });
  return countsItself && like.day === Number(start.slice(8)) ? plus(like.toString(), -1) : like.toString();
}

function endOf({ from, to = from, capWorkingDays }: Pause, calendar: HallCalendar): string {
  if (to < from) return from;
  let end = from;
  for (let working = 0; end < to; end = plus(end, 1)) {
    if (isNaiveWorkingDay(end, calendar) && end > from) working += 1;
    if (working === capWorkingDays) return end;
  }
  return end;
}

function plus(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
