import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDaysBetween, dateAtHall, tellDue } from '../../../portal/staff/desk/due.ts';
import { givenConfig } from '../support/portal-config.ts';

// Noon at the hall, in Shanghai.
const now = Date.parse('2026-03-02T04:00:00Z');

beforeAll(() => givenConfig());

describe('a due date in a queue', () => {
  test('that has passed is late by at least a day, in words', () => {
    expect(tellDue('2026-03-02T03:59:59Z', undefined, now)).toEqual({
      id: 'due.late',
      tone: 'wrong',
      days: 1,
    });
    expect(tellDue('2026-02-27T16:00:00Z', undefined, now)).toMatchObject({ id: 'due.late', days: 2 });
  });

  test('of today is today, whatever its hour', () => {
    expect(tellDue('2026-03-02T15:59:59Z', undefined, now)).toMatchObject({ id: 'due.today', tone: 'yours' });
  });

  test('is soon from its warning on, and later before it', () => {
    const due = '2026-03-05T15:59:59Z';
    expect(tellDue(due, '2026-03-02T04:00:00Z', now)).toMatchObject({ id: 'due.soon', days: 3 });
    expect(tellDue(due, '2026-03-02T04:00:01Z', now)).toMatchObject({ id: 'due.later', days: 3 });
    expect(tellDue(due, undefined, now)).toMatchObject({ id: 'due.later', tone: 'quiet' });
  });
});

test('days are counted by midnights at the hall, not by the browser’s', () => {
  expect(calendarDaysBetween(Date.parse('2026-03-01T15:59:00Z'), Date.parse('2026-03-01T16:01:00Z'))).toBe(1);
  expect(dateAtHall('2026-03-01T16:00:00Z')).toBe('2026-03-02');
  expect(dateAtHall('2026-03-01T15:59:59Z')).toBe('2026-03-01');
});
