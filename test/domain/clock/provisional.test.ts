import { describe, expect, test } from 'vitest';
import { dueDateGiven as due, givenPause } from '../../support/given/limit.ts';

describe('a year that is not published', () => {
  test('gives a provisional date by the week and the decree, and says when it will be settled [R26]', () => {
    expect(due('2026-12-30')).toMatchObject({
      dueDate: '2027-01-05',
      provisional: true,
      settledOn: '2026-12-31',
    });
  });

  test('is settled only when the last year that was judged is', () => {
    expect(due('2026-12-30', { amount: 300 }).settledOn).toBe('2027-12-31');
  });

  test('leaves a date inside published years final', () => {
    const answer = due('2026-12-25');
    expect(answer.provisional).toBe(false);
    expect(answer).not.toHaveProperty('settledOn');
  });

  test('does not matter to a limit that judges none of its days', () => {
    const limit = { unit: 'month', amount: 6, rollForward: false } as const;
    expect(due('2026-12-30', limit)).toMatchObject({ dueDate: '2027-06-30', provisional: false });
    expect(due('2026-12-30', { unit: 'hour', amount: 200 }).provisional).toBe(false);
  });

  test('matters to a limit in calendar days once its last day rolls', () => {
    const limit = { unit: 'calendar-day', amount: 10 } as const;
    expect(due('2026-12-30', { ...limit, rollForward: false }).provisional).toBe(false);
    expect(due('2026-12-30', limit)).toMatchObject({ dueDate: '2027-01-11', provisional: true });
  });

  test('matters where the cap of a pause is counted in it', () => {
    const limit = { unit: 'month', amount: 6, rollForward: false } as const;
    const pauses = [givenPause('2026-12-30', '2027-02-01', { capWorkingDays: 5 })];
    expect(due('2026-12-20', limit, { pauses }).provisional).toBe(true);
  });
});
