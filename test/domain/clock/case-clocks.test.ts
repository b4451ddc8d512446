import { describe, expect, test } from 'vitest';
import { type ClockFacts, colourAt, computeCaseClocks } from '../../../functions/domain/clock/case-clocks.ts';
import { givenDays } from '../../support/given/calendar.ts';
import { givenLimit, givenPause } from '../../support/given/limit.ts';

const index = givenDays();
const NOW = '2026-03-05T01:00:00Z';

/** Received on Monday 2 March 2026: promised for 9 March, by law due on 16 March. */
const clocks = (facts: Partial<ClockFacts> = {}, now = NOW) =>
  computeCaseClocks(
    {
      statutory: givenLimit({ amount: 10 }),
      promised: givenLimit({ amount: 5 }),
      receivedAt: '2026-03-02T01:00:00Z',
      channel: 'online',
      pauses: [],
      extensions: [],
      ...facts,
    },
    index,
    now,
  );

const visit = (from: string, to?: string) =>
  givenPause(from, to, { type: 'site-visit', stops: ['promised'] });

describe('the two clocks of a case', () => {
  test('run beside each other, and the earlier date binds [4.3.1]', () => {
    expect(clocks()).toMatchObject({
      binding: 'promised',
      dueDate: '2026-03-09',
      dueAt: '2026-03-09T16:00:00Z',
      promised: { dueDate: '2026-03-09' },
      statutory: { dueDate: '2026-03-16' },
    });
  });

  test('are due when the hall closes for what is done there', () => {
    expect(clocks({ channel: 'hall' }).dueAt).toBe('2026-03-09T09:00:00Z');
  });

  test('stand still each for its own pauses: a site visit stops the promise, not the law (行政許可法 §45) [3.4.2]', () => {
    expect(clocks({ pauses: [visit('2026-03-03', '2026-03-05')] })).toMatchObject({
      promised: { dueDate: '2026-03-11' },
      statutory: { dueDate: '2026-03-16' },
    });
  });

  test('bind by the law where pauses push the promise past it', () => {
    const pauses = [visit('2026-03-03', '2026-03-18')];
    expect(clocks({ pauses }, '2026-03-20T01:00:00Z')).toMatchObject({
      binding: 'statutory',
      dueDate: '2026-03-16',
    });
  });

  test('bind by the law while the promise stands still, since its date moves on every day', () => {
    const still = clocks({ pauses: [visit('2026-03-03')] });
    expect(still.promised).toMatchObject({ dueDate: '2026-03-11', standsStill: true });
    expect(still).toMatchObject({ binding: 'statutory', dueDate: '2026-03-16', standsStill: false });
  });

  test('bind by the earlier instant where both end on one day', () => {
    const statutory = givenLimit({ unit: 'hour', amount: 170 });
    expect(clocks({ statutory })).toMatchObject({ binding: 'statutory', dueAt: '2026-03-09T03:00:00Z' });
  });

  test('extend the law’s limit by what was approved, and leave the promise', () => {
    expect(clocks({ extensions: [{ amount: 3, reason: 'approved' }] })).toMatchObject({
      promised: { dueDate: '2026-03-09' },
      statutory: { dueDate: '2026-03-19' },
    });
  });

  test('count an open pause until they were stopped by the decision, not until now', () => {
    const pauses = [givenPause('2026-03-03')];
    const stopped = clocks({ pauses, stoppedAt: '2026-03-05T01:00:00Z' }, '2026-06-01T01:00:00Z');
    expect(stopped.statutory.dueDate).toBe('2026-03-18');
  });
});

describe('the colour of a clock', () => {
  test.each([
    ['green', '2026-03-05T15:59:59Z'],
    ['yellow', '2026-03-05T16:00:00Z'],
    ['yellow', '2026-03-09T15:59:59.999Z'],
    ['red', '2026-03-09T16:00:00Z'],
    ['red', '2026-03-09T16:00:00.250Z'],
  ])('is %s at %s [4.3.1]', (colour, now) => {
    expect(colourAt(clocks(), now)).toBe(colour);
  });

  test('never turns red while the clock stands still', () => {
    const still = clocks({ pauses: [givenPause('2026-03-03')] });
    expect(colourAt(still, '2027-01-01T00:00:00Z')).toBe('yellow');
    expect(colourAt(still, NOW)).toBe('green');
  });

  test('is red although a pause began after the date had passed', () => {
    const now = '2026-03-20T01:00:00Z';
    expect(colourAt(clocks({ pauses: [givenPause('2026-03-17')] }, now), now)).toBe('red');
  });

  test('is red by law though the promise stands still', () => {
    const now = '2026-03-17T01:00:00Z';
    expect(colourAt(clocks({ pauses: [visit('2026-03-03')] }, now), now)).toBe('red');
  });

  test('stays what it was when the decision stopped the clock', () => {
    const later = '2026-06-01T00:00:00Z';
    expect(colourAt(clocks({ stoppedAt: '2026-03-04T01:00:00Z' }), later)).toBe('green');
    expect(colourAt(clocks({ stoppedAt: '2026-03-10T01:00:00Z' }), later)).toBe('red');
    expect(colourAt(clocks({ stoppedAt: later }), '2026-03-04T01:00:00Z')).toBe('green');
  });

  test('of a step is told by the same function from the step’s own limit', () => {
    const step = { warnAt: '2026-03-03T16:00:00Z', dueAt: '2026-03-04T16:00:00Z', standsStill: false };
    expect(['2026-03-03T15:00:00Z', '2026-03-04T15:00:00Z', NOW].map((now) => colourAt(step, now))).toEqual([
      'green',
      'yellow',
      'red',
    ]);
  });
});
