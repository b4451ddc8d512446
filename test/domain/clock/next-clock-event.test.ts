import { describe, expect, test } from 'vitest';
import { type ClockFacts, computeCaseClocks } from '../../../functions/domain/clock/case-clocks.ts';
import { nextClockEvent } from '../../../functions/domain/clock/next-clock-event.ts';
import { givenDays } from '../../support/given/calendar.ts';
import { givenLimit, givenPause } from '../../support/given/limit.ts';

const index = givenDays();

const nextAfter = (now: string, facts: Partial<ClockFacts> = {}) =>
  nextClockEvent(
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
    ),
    now,
  );

describe('what the clock does next by itself', () => {
  test('is each warning and each due instant in turn, once each, and then nothing [4.3.1]', () => {
    const told: unknown[] = [];
    for (let now: string | undefined = '2026-03-02T01:00:00Z'; now !== undefined; ) {
      const next = nextAfter(now);
      if (next) told.push([next.at, next.clock, next.event]);
      now = next?.at;
    }
    expect(told).toEqual([
      ['2026-03-05T16:00:00Z', 'promised', 'warning'],
      ['2026-03-09T16:00:00Z', 'promised', 'due'],
      ['2026-03-12T16:00:00Z', 'statutory', 'warning'],
      ['2026-03-16T16:00:00Z', 'statutory', 'due'],
    ]);
  });

  test('is nothing once the decision stopped it', () => {
    expect(nextAfter('2026-03-02T01:00:00Z', { stoppedAt: '2026-03-03T01:00:00Z' })).toBeUndefined();
  });

  test('is nothing while both clocks stand still without a cap', () => {
    expect(nextAfter('2026-03-04T01:00:00Z', { pauses: [givenPause('2026-03-03')] })).toBeUndefined();
  });

  test('is the end of the cap while a capped pause is open', () => {
    const pauses = [givenPause('2026-03-03', undefined, { capWorkingDays: 2, stops: ['promised'] })];
    expect(nextAfter('2026-03-04T01:00:00Z', { pauses })).toEqual({
      at: '2026-03-05T16:00:00Z',
      clock: 'promised',
      event: 'runs-again',
    });
  });

  test('is due when the hall closes for what is done there', () => {
    expect(nextAfter('2026-03-06T01:00:00Z', { channel: 'hall' })?.at).toBe('2026-03-09T09:00:00Z');
  });
});
