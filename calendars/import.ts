/**
 * Writes calendars/cn-<year>.json from the data package: `npm run calendars -- 2026 "國辦發明電〔2025〕7號"`. The committed file
 * is the source of truth and carries the notice's number; the package is no part of the product.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import chineseDays from 'chinese-days';
import { type LegalYear, legalYear } from '../functions/domain/clock/calendar.ts';

const NAMES: Readonly<Record<string, { 'zh-Hant': string; 'zh-Hans': string; en: string }>> = {
  元旦: { 'zh-Hant': '元旦', 'zh-Hans': '元旦', en: 'New Year' },
  春节: { 'zh-Hant': '春節', 'zh-Hans': '春节', en: 'Spring Festival' },
  清明: { 'zh-Hant': '清明節', 'zh-Hans': '清明节', en: 'Tomb-Sweeping Day' },
  劳动节: { 'zh-Hant': '勞動節', 'zh-Hans': '劳动节', en: 'Labour Day' },
  端午: { 'zh-Hant': '端午節', 'zh-Hans': '端午节', en: 'Dragon Boat Festival' },
  中秋: { 'zh-Hant': '中秋節', 'zh-Hans': '中秋节', en: 'Mid-Autumn Festival' },
  国庆节: { 'zh-Hant': '國慶節', 'zh-Hans': '国庆节', en: 'National Day' },
};

/** The year as its notice fixed it; refuses one the data package does not know, for that is not a year without holidays. */
export function legalYearOf(year: number, notice: string): LegalYear {
  const range = [`${year}-01-01`, `${year}-12-31`] as const;
  const days = chineseDays.getHolidaysInRange(...range, false);
  if (days.length === 0) throw new Error(`The holidays of ${year} are not published in the package`);
  return legalYear.parse({
    year,
    notice,
    holidays: days.map((date) => ({ date, name: nameOf(date) })),
    makeUpDays: chineseDays
      .getWorkdaysInRange(...range, true)
      .filter((date) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())),
  });
}

function nameOf(date: string) {
  const [, chinese = ''] = chineseDays.getDayDetail(date).name.split(',');
  const found = NAMES[chinese];
  if (found === undefined) throw new Error(`No name for the holiday of ${date}: ${chinese}`);
  return found;
}

if (import.meta.main) {
  const [year = '', notice = ''] = process.argv.slice(2);
  if (!/^\d{4}$/.test(year) || notice === '') {
    throw new Error('Usage: npm run calendars -- <year> <number of the notice>');
  }
  const file = join(import.meta.dirname, `cn-${year}.json`);
  writeFileSync(file, `${JSON.stringify(legalYearOf(Number(year), notice), null, 2)}\n`);
}
