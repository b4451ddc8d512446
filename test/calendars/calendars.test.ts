import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { legalYearOf } from '../../calendars/import.ts';
import { indexDays, legalYear } from '../../functions/domain/clock/calendar.ts';
import { dayOf } from '../../functions/domain/clock/days.ts';
import { givenCalendar } from '../support/given/calendar.ts';

const folder = new URL('../../calendars/', import.meta.url);
const files = readdirSync(folder).filter((file) => /^cn-\d{4}\.json$/.test(file));
const read = (file: string) => legalYear.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

describe('the published years', () => {
  test.each([
    ['cn-2025.json', ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']],
    ['cn-2026.json', ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']],
  ])('%s has the make-up days of its notice', (file, makeUpDays) => {
    expect(read(file).makeUpDays).toEqual(makeUpDays);
  });

  test.each([
    ['cn-2025.json', 28],
    ['cn-2026.json', 33],
  ])('%s has the %i days off of its notice, weekends among them', (file, count) => {
    expect(read(file).holidays).toHaveLength(count);
  });

  test.each(files)('%s is what the import writes from the data package', (file) => {
    const committed = read(file);
    expect(legalYearOf(committed.year, committed.notice)).toEqual(committed);
  });

  test.each(files)('%s is named by its year and names every holiday fixed by decree', (file) => {
    const { year, holidays } = read(file);
    const off = holidays.map(({ date }) => date.slice(5));
    expect(off).toEqual(expect.arrayContaining(givenCalendar().fixedHolidays.map(({ day }) => day)));
    expect(file).toBe(`cn-${year}.json`);
  });

  test('are judged without a doubt', () => {
    const days = indexDays(givenCalendar());
    for (let day = dayOf('2025-01-01'); day <= dayOf('2026-12-31'); day += 1) {
      expect(days.dayOn(day).unpublishedYear).toBeUndefined();
    }
  });

  test('are not invented: importing a year the package does not know is refused', () => {
    expect(() => legalYearOf(2027, 'No. 1')).toThrow('not published');
  });

  test('are not imported without the number of the notice', () => {
    expect(() => legalYearOf(2026, '')).toThrow();
  });
});
