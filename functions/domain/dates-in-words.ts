import { Temporal } from 'temporal-polyfill';
import type { Language } from './language.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A date (`YYYY-MM-DD`) as papers print it: 2026年3月2日, 2 March 2026. Throws on what is no date. */
export function dateInWords(date: string, language: Language): string {
  const { year, month, day } = Temporal.PlainDate.from(date, { overflow: 'reject' });
  return language === 'en' ? `${day} ${MONTHS[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

/** The same without its year, for where there is little room: 3月2日, 2 Mar. */
export function shortDateInWords(date: string, language: Language): string {
  const { month, day } = Temporal.PlainDate.from(date, { overflow: 'reject' });
  return language === 'en' ? `${day} ${MONTHS[month - 1]?.slice(0, 3)}` : `${month}月${day}日`;
}

/** An instant (ISO, UTC) as the hall's clock showed it: 2026年3月2日 09:30, 2 March 2026, 09:30. */
export function instantInWords(instant: string, timeZone: string, language: Language): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const date = dateInWords(there.toPlainDate().toString(), language);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  return language === 'en' ? `${date}, ${time}` : `${date} ${time}`;
}

/** The time of day alone: 09:35. */
export function timeInWords(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}
