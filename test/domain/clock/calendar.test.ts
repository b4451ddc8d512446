import { describe, expect, test } from 'vitest';
import { hallCalendar, indexDays, legalYear } from '../../../functions/domain/clock/calendar.ts';
import { dayOf } from '../../../functions/domain/clock/days.ts';
import { givenCalendar } from '../../support/given/calendar.ts';

const name = { 'zh-Hant': '元旦', 'zh-Hans': '元旦', en: 'New Year' };
const year = (overrides: object = {}) => ({
  year: 2026,
  notice: 'No. 7',
  holidays: [{ date: '2026-01-01', name }],
  makeUpDays: ['2026-01-04'],
  ...overrides,
});

describe('a calendar is refused', () => {
  test.each([
    ['without the number of its notice', { notice: '' }],
    ['with a day that does not exist [R26]', { holidays: [{ date: '2026-02-29', name }] }],
    ['with a day of another year', { makeUpDays: ['2025-01-26'] }],
    ['with a day that is both holiday and make-up day', { makeUpDays: ['2026-01-01'] }],
    ['with a day named twice', { makeUpDays: ['2026-01-04', '2026-01-04'] }],
    [
      'with a holiday not named in each language',
      { holidays: [{ date: '2026-01-01', name: { en: 'New Year' } }] },
    ],
  ])('for a year %s', (_why, wrong) => {
    expect(legalYear.safeParse(year()).success).toBe(true);
    expect(legalYear.safeParse(year(wrong)).success).toBe(false);
  });

  const closure = { from: '2026-03-03', to: '2026-03-04', reason: name, basis: 'notice 7' };
  test.each([
    ['without a working weekday, on which nothing would ever be due', { workingWeekdays: [] }],
    ['with an eighth weekday', { workingWeekdays: [1, 8] }],
    ['with a working weekday on which it never opens', { openingHours: {} }],
    ['that closes before it opens', { openingHours: { 1: { opens: '17:00', closes: '09:00' } } }],
    ['that opens at no hour', { openingHours: { 1: { opens: '9', closes: '17:00' } } }],
    ['with a closure that ends before it begins', { closures: [{ ...closure, to: '2026-03-02' }] }],
    ['with a closure without basis [8.1.2]', { closures: [{ ...closure, basis: '' }] }],
    ['with one year twice', { years: [year(), year()] }],
    ['with a make-up day that is worked anyway', { years: [year({ makeUpDays: ['2026-01-05'] })] }],
  ])('for a hall %s', (_why, wrong) => {
    expect(hallCalendar.safeParse({ ...givenCalendar(), closures: [closure] }).success).toBe(true);
    expect(hallCalendar.safeParse({ ...givenCalendar(), ...wrong }).success).toBe(false);
  });
});

describe('a day is judged', () => {
  const reason = { 'zh-Hant': '停電', 'zh-Hans': '停电', en: 'Power cut' };
  const days = indexDays(
    givenCalendar({
      closures: [
        { from: '2026-02-28', to: '2026-02-28', reason, basis: 'notice 7' },
        { from: '2027-03-01', to: '2027-03-02', reason, basis: 'notice 8' },
      ],
    }),
  );
  const on = (date: string) => days.dayOn(dayOf(date));

  test.each([
    ['2026-03-02', 'working', true],
    ['2026-03-07', 'rest', false],
    ['2026-02-14', 'make-up', true],
    ['2026-02-17', 'holiday', false],
    ['2026-02-28', 'closed', false],
  ])('%s as %s', (date, kind, isWorking) => {
    expect(on(date)).toMatchObject({ kind, isWorking });
    expect(on(date)).not.toHaveProperty('unpublishedYear');
  });

  test.each([
    ['2027-01-01', 'holiday'],
    ['2027-01-04', 'working'],
    ['2027-01-09', 'rest'],
    ['2027-03-01', 'closed'],
    ['2027-10-03', 'holiday'],
  ])('%s, of a year not published, by the week and the decree as %s, provisionally', (date, kind) => {
    expect(on(date)).toMatchObject({ kind, unpublishedYear: 2027 });
  });

  test('by the published year alone once there is one, though the decree fixes other days', () => {
    const years = [year({ holidays: [], makeUpDays: [] })];
    const published = indexDays(givenCalendar({ years }));
    expect(published.dayOn(dayOf('2026-10-01')).kind).toBe('working');
  });

  test('and an open Saturday stays a day of rest', () => {
    expect(givenCalendar().openingHours[6]).toBeDefined();
    expect(days.isWorking(dayOf('2026-03-07'))).toBe(false);
  });
});
