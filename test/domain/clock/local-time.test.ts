import { describe, expect, test } from 'vitest';
import { dateOf, dayOf } from '../../../functions/domain/clock/days.ts';
import { instantOn, localDay, receivedOn } from '../../../functions/domain/clock/local-time.ts';
import { givenDays } from '../../support/given/calendar.ts';

const here = givenDays();
const receivedDate = (at: string, cutOff?: string) =>
  dateOf(receivedOn(at, cutOff === undefined ? {} : { cutOff }, here).day);

describe('the local day', () => {
  test.each([
    ['2026-03-01T15:59:59Z', '2026-03-01'],
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00Z', '2026-03-02'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
    ['2026-03-02T00:30:00+08:00', '2026-03-02'],
  ])('of %s is %s: late evening in UTC is the next morning here [R26]', (instant, date) => {
    expect(dateOf(localDay(instant, here))).toBe(date);
  });

  test('is asked of instants only: what names no offset would be read in the machine’s zone [R26]', () => {
    for (const wrong of ['2026-03-02T01:00:00', '2026-03-02', '2026-13-02T01:00:00Z', 'yesterday', '']) {
      expect(() => localDay(wrong, here)).toThrow(RangeError);
    }
  });

  test('is right where clocks change, on days of 23 and 25 hours too [R26]', () => {
    const there = givenDays({ timeZone: 'America/New_York' });
    expect(instantOn(dayOf('2026-03-08'), '17:00', there)).toBe('2026-03-08T21:00:00Z');
    expect(instantOn(dayOf('2026-11-01'), '17:00', there)).toBe('2026-11-01T22:00:00Z');
    expect(instantOn(dayOf('2026-11-01'), '24:00', there)).toBe('2026-11-02T05:00:00Z');
    expect(dateOf(localDay('2026-11-02T04:59:59Z', there))).toBe('2026-11-01');
  });
});

describe('the day of receipt', () => {
  test('is the local date where there is no cut-off hour, a Sunday too', () => {
    expect(receivedDate('2026-03-07T16:00:00Z')).toBe('2026-03-08');
  });

  test('is the next working day at or after the cut-off hour, and not a minute before', () => {
    expect(receivedDate('2026-03-02T07:59:59Z', '16:00')).toBe('2026-03-02');
    expect(receivedDate('2026-03-02T08:00:00Z', '16:00')).toBe('2026-03-03');
    expect(receivedDate('2026-03-06T08:00:00Z', '16:00')).toBe('2026-03-09');
  });

  test('is the next working day for what comes on a day of rest, before the hour too', () => {
    expect(receivedDate('2026-03-07T01:00:00Z', '16:00')).toBe('2026-03-09');
    expect(receivedDate('2026-02-15T01:00:00Z', '16:00')).toBe('2026-02-24');
  });

  test('is a make-up Saturday itself', () => {
    expect(receivedDate('2026-02-14T01:00:00Z', '16:00')).toBe('2026-02-14');
  });
});
