import { describe, expect, test } from 'vitest';
import { dateOf, dayOf } from '../../../functions/domain/clock/days.ts';
import { nthWorkingDayAfter, nthWorkingDayBefore } from '../../../functions/domain/clock/working-days.ts';
import { givenDays } from '../../support/given/calendar.ts';
import { dueDateGiven as due } from '../../support/given/limit.ts';

describe('a limit in working days', () => {
  test('begins on the day after receipt (民法典 §201) [4.3.1]', () => {
    expect(due('2026-03-02').dueDate).toBe('2026-03-05');
  });

  test('begins on the same day where an act says so', () => {
    expect(due('2026-03-02', { starts: 'same-day' }).dueDate).toBe('2026-03-04');
    expect(due('2026-03-07', { starts: 'same-day', amount: 1 }).dueDate).toBe('2026-03-09');
  });

  test.each([
    ['Spring Festival 2025 and its make-up Sunday 26 January', '2025-01-24', 5, '2025-02-07'],
    ['Spring Festival 2025 and its make-up Saturday 8 February', '2025-01-24', 6, '2025-02-08'],
    ['Labour Day 2025 and its make-up Sunday 27 April', '2025-04-25', 2, '2025-04-28'],
    ['National Day 2025 and its make-up Sunday 28 September', '2025-09-26', 5, '2025-10-10'],
    ['National Day 2025 and its make-up Saturday 11 October', '2025-10-09', 2, '2025-10-11'],
    ['New Year 2026 and its make-up Sunday 4 January', '2025-12-31', 1, '2026-01-04'],
    ['Spring Festival 2026 and its make-up Saturday 14 February', '2026-02-12', 3, '2026-02-24'],
    ['Spring Festival 2026 and its make-up Saturday 28 February', '2026-02-26', 3, '2026-03-02'],
    [
      'both make-up Saturdays of February 2026, in the 20 days of 行政許可法 §42',
      '2026-02-02',
      20,
      '2026-03-06',
    ],
    ['Labour Day 2026 and its make-up Saturday 9 May', '2026-05-07', 2, '2026-05-09'],
    ['Mid-Autumn 2026 and its make-up Sunday 20 September', '2026-09-18', 6, '2026-09-28'],
    ['National Day 2026 and its make-up Saturday 10 October', '2026-09-30', 3, '2026-10-10'],
  ])('knows %s', (_holiday, received, amount, dueDate) => {
    expect(due(received, { amount }).dueDate).toBe(dueDate);
  });

  test('does not count a Saturday on which the hall is open', () => {
    expect(due('2026-03-06', { amount: 1 }).dueDate).toBe('2026-03-09');
  });

  test('is lengthened by an extension, counted from the original receipt (行政許可法 §42)', () => {
    const extensions = [{ amount: 10, reason: 'approved' }];
    expect(due('2026-02-02', { amount: 20 }, { extensions }).dueDate).toBe('2026-03-20');
  });

  test('does not run through a declared closure [8.1.2]', () => {
    const reason = { 'zh-Hant': '颱風', 'zh-Hans': '台风', en: 'Typhoon' };
    const index = givenDays({
      closures: [{ from: '2026-03-03', to: '2026-03-04', reason, basis: 'notice 7' }],
    });
    expect(due('2026-03-02', {}, { index }).dueDate).toBe('2026-03-09');
  });
});

describe('a limit in calendar days', () => {
  test('rolls from a closed last day to the next working day (民法典 §203) [R26]', () => {
    expect(due('2026-04-20', { unit: 'calendar-day', amount: 12 }).dueDate).toBe('2026-05-06');
  });

  test('rolls to a make-up Sunday, which is a working day', () => {
    expect(due('2026-09-17', { unit: 'calendar-day', amount: 2 }).dueDate).toBe('2026-09-20');
  });

  test('stays where nothing rolls', () => {
    const limit = { unit: 'calendar-day', amount: 12, rollForward: false } as const;
    expect(due('2026-04-20', limit).dueDate).toBe('2026-05-02');
  });
});

describe('a limit in months or years', () => {
  const months = (amount: number) => ({ unit: 'month', amount, rollForward: false }) as const;
  const years = (amount: number) => ({ unit: 'year', amount, rollForward: false }) as const;

  test.each([
    ['2026-01-31', months(1), '2026-02-28'],
    ['2024-01-31', months(1), '2024-02-29'],
    ['2026-02-28', months(1), '2026-03-28'],
    ['2025-11-30', months(3), '2026-02-28'],
    ['2025-12-31', months(6), '2026-06-30'],
    ['2024-02-29', years(1), '2025-02-28'],
    ['2024-02-29', years(4), '2028-02-29'],
  ])(
    'from %s ends on the corresponding day, or on the month’s last (民法典 §202) [R26]',
    (received, limit, dueDate) => {
      expect(due(received, limit).dueDate).toBe(dueDate);
    },
  );

  test('ends the day before the corresponding day where its first day counts', () => {
    const sameDay = { ...months(1), starts: 'same-day' } as const;
    expect(due('2026-03-01', sameDay).dueDate).toBe('2026-03-31');
    expect(due('2026-01-31', sameDay).dueDate).toBe('2026-02-28');
  });

  test('rolls like any other', () => {
    expect(due('2026-02-07', { unit: 'month', amount: 1 }).dueDate).toBe('2026-03-09');
  });
});

describe('a limit in hours', () => {
  const hours = (amount: number) => ({ unit: 'hour', amount }) as const;

  test('runs on from the instant through nights and holidays', () => {
    const { dueAtHall, dueAtOnline } = due('2026-05-01T01:00:00Z', hours(48));
    expect([dueAtHall, dueAtOnline]).toEqual(['2026-05-03T01:00:00Z', '2026-05-03T01:00:00Z']);
  });

  test('does not wait for the working day after a cut-off hour', () => {
    expect(due('2026-05-01T12:00:00Z', { ...hours(1), cutOff: '16:00' }).dueAtOnline).toBe(
      '2026-05-01T13:00:00Z',
    );
  });

  test('that ends at midnight is due on the day that ends then', () => {
    expect(due('2026-03-02T16:00:00Z', hours(24))).toMatchObject({
      dueDate: '2026-03-03',
      dueAtOnline: '2026-03-03T16:00:00Z',
    });
  });
});

describe('the due instant', () => {
  test('is the end of opening hours at the hall and 24:00 online', () => {
    const { dueAtHall, dueAtOnline } = due('2026-03-02');
    expect([dueAtHall, dueAtOnline]).toEqual(['2026-03-05T09:00:00Z', '2026-03-05T16:00:00Z']);
  });

  test('on a make-up Saturday is a working day’s closing time, not that of other Saturdays', () => {
    expect(due('2026-02-26', { amount: 2 })).toMatchObject({
      dueDate: '2026-02-28',
      dueAtHall: '2026-02-28T09:00:00Z',
    });
  });

  test('is warned of so many working days strictly before, a make-up Saturday being one', () => {
    expect(due('2026-02-26').warnAt).toBe('2026-02-27T16:00:00Z');
    expect(due('2026-02-26', { warnWorkingDays: 3 }).warnAt).toBe('2026-02-25T16:00:00Z');
    expect(due('2026-02-26', { warnWorkingDays: 0 }).warnAt).toBe('2026-03-01T16:00:00Z');
  });
});

describe('counting working days by hand', () => {
  const index = givenDays();

  test('backwards: 90 and 15 working days strictly before an expiry on 9 October 2026', () => {
    expect(dateOf(nthWorkingDayBefore(dayOf('2026-10-09'), 2, index))).toBe('2026-09-30');
    expect(dateOf(nthWorkingDayBefore(dayOf('2026-10-09'), 15, index))).toBe('2026-09-11');
    expect(dateOf(nthWorkingDayBefore(dayOf('2026-10-09'), 90, index))).toBe('2026-05-28');
  });

  test('forwards, and not at all for none', () => {
    expect(dateOf(nthWorkingDayAfter(dayOf('2026-09-30'), 3, index))).toBe('2026-10-10');
    expect(dateOf(nthWorkingDayAfter(dayOf('2026-10-03'), 0, index))).toBe('2026-10-03');
  });
});
