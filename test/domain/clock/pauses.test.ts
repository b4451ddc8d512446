import { describe, expect, test } from 'vitest';
import { dueDateGiven as due, givenPause } from '../../support/given/limit.ts';

const ten = { amount: 10 };
const withPauses = (...pauses: readonly ReturnType<typeof givenPause>[]) =>
  due('2026-03-02', ten, { pauses });
const unpaused = '2026-03-16';

describe('a pause', () => {
  test('stops the days after the one it began on, up to the one it ended on', () => {
    expect(due('2026-03-02', ten).dueDate).toBe(unpaused);
    expect(withPauses(givenPause('2026-03-03', '2026-03-05')).dueDate).toBe('2026-03-18');
  });

  test('of no day stops nothing', () => {
    expect(withPauses(givenPause('2026-03-03', '2026-03-03')).dueDate).toBe(unpaused);
  });

  test('stops no clock that it does not name (行政許可法 §45) [3.4.2]', () => {
    expect(withPauses(givenPause('2026-03-03', '2026-03-05', { stops: ['promised'] })).dueDate).toBe(
      unpaused,
    );
  });

  test('counts its actual days: while it is open, those until now', () => {
    const pauses = [givenPause('2026-03-03')];
    const open = (now: string) => due('2026-03-02', ten, { pauses, now });
    expect(open('2026-03-05T01:00:00Z')).toMatchObject({ dueDate: '2026-03-18', standsStill: true });
    expect(open('2026-03-06T01:00:00Z')).toMatchObject({ dueDate: '2026-03-19', standsStill: true });
  });

  test('that is to begin tomorrow lets the clock run today', () => {
    const pauses = [givenPause('2026-03-04')];
    expect(due('2026-03-02', ten, { pauses, now: '2026-03-03T01:00:00Z' }).standsStill).toBe(false);
    expect(due('2026-03-02', ten, { pauses, now: '2026-03-04T01:00:00Z' }).standsStill).toBe(true);
  });

  test('stops calendar days, months and hours as well', () => {
    const pauses = [givenPause('2026-03-03', '2026-03-05')];
    const when = (unit: 'calendar-day' | 'month' | 'hour', amount: number) =>
      due('2026-03-02', { unit, amount, rollForward: false }, { pauses }).dueAtOnline;
    expect(when('calendar-day', 10)).toBe('2026-03-14T16:00:00Z');
    expect(when('month', 1)).toBe('2026-04-04T16:00:00Z');
    expect(when('hour', 48)).toBe('2026-03-06T01:00:00Z');
  });

  test('of a limit in months is as if the limit had begun so many days later (民法典 §202) [R26]', () => {
    const month = { unit: 'month', amount: 1, rollForward: false } as const;
    const ending = (to: string) =>
      due('2026-01-26', month, { pauses: [givenPause('2026-01-26', to)] }).dueDate;
    expect(['2026-01-27', '2026-01-29', '2026-01-31', '2026-02-03'].map(ending)).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-02-28',
      '2026-03-03',
    ]);
    expect(due('2026-01-30', month, { pauses: [givenPause('2026-02-27', '2026-03-10')] }).dueDate).toBe(
      '2026-03-11',
    );
  });

  test('keeps the last day from being one on which the clock stands still', () => {
    const limit = { unit: 'calendar-day', amount: 5 } as const;
    expect(due('2026-03-02', limit).dueDate).toBe('2026-03-09');
    const pauses = [givenPause('2026-03-08', '2026-03-11')];
    expect(due('2026-03-02', limit, { pauses }).dueDate).toBe('2026-03-12');
  });
});

describe('pauses that overlap or adjoin', () => {
  test('count once', () => {
    const one = withPauses(givenPause('2026-03-03', '2026-03-06'));
    const overlapping = withPauses(
      givenPause('2026-03-03', '2026-03-05'),
      givenPause('2026-03-04', '2026-03-06', { type: 'appraisal' }),
    );
    const adjoining = withPauses(
      givenPause('2026-03-03', '2026-03-05'),
      givenPause('2026-03-05', '2026-03-06'),
    );
    expect([overlapping.dueDate, adjoining.dueDate]).toEqual([one.dueDate, one.dueDate]);
  });
});

describe('the cap of a pause', () => {
  const capped = (to?: string, now = '2026-03-20T01:00:00Z') =>
    due('2026-03-02', ten, { pauses: [givenPause('2026-03-03', to, { capWorkingDays: 2 })], now });

  test('lets the clock run again after so many working days, and says so', () => {
    expect(capped()).toMatchObject({ dueDate: '2026-03-18', standsStill: false });
    expect(capped('2026-03-25').dueDate).toBe('2026-03-18');
    expect(capped().trace).toContainEqual({
      step: 'pause-capped',
      type: 'expert-review',
      date: '2026-03-05',
      workingDays: 2,
    });
  });

  test('does nothing and says nothing where the pause ends before it', () => {
    expect(capped('2026-03-04').dueDate).toBe('2026-03-17');
    expect(capped('2026-03-05').trace.map(({ step }) => step)).not.toContain('pause-capped');
  });

  test('tells from when the clock will run again by itself', () => {
    const today = '2026-03-05T01:00:00Z';
    expect(capped(undefined, today)).toMatchObject({
      standsStill: true,
      runsAgainAt: '2026-03-05T16:00:00Z',
    });
    const pauses = [givenPause('2026-03-03', undefined, { capWorkingDays: 2 }), givenPause('2026-03-04')];
    expect(due('2026-03-02', ten, { pauses, now: today })).not.toHaveProperty('runsAgainAt');
  });
});

describe('a pause that resets', () => {
  const reset = { resume: 'reset' } as const;

  test('counts the whole amount anew from the day after it (政府信息公開條例 §30)', () => {
    const answer = withPauses(givenPause('2026-03-06', '2026-03-10', reset));
    expect(answer.dueDate).toBe('2026-03-24');
    expect(answer.trace).toContainEqual({ step: 'counted-anew', date: '2026-03-10' });
  });

  test('does so in hours too, from the midnight after it', () => {
    const pauses = [givenPause('2026-03-03', '2026-03-05', reset)];
    expect(due('2026-03-02', { unit: 'hour', amount: 48 }, { pauses }).dueAtOnline).toBe(
      '2026-03-07T16:00:00Z',
    );
  });

  test('lets the amount begin on the next day although the first one began on the same', () => {
    const month = { unit: 'month', amount: 1, starts: 'same-day', rollForward: false } as const;
    expect(due('2026-03-02', month).dueDate).toBe('2026-04-01');
    const pauses = [givenPause('2026-03-03', '2026-03-05', reset)];
    expect(due('2026-03-02', month, { pauses }).dueDate).toBe('2026-04-05');
  });

  test('does so while it is open and after its cap alike', () => {
    const pauses = [givenPause('2026-03-06', undefined, { ...reset, capWorkingDays: 2 })];
    const open = due('2026-03-02', ten, { pauses, now: '2026-03-30T01:00:00Z' });
    const ended = withPauses(givenPause('2026-03-06', '2026-03-30', { ...reset, capWorkingDays: 2 }));
    expect([open.dueDate, ended.dueDate]).toEqual(['2026-03-24', '2026-03-24']);
  });
});

describe('a pause that begins when the limit has already ended', () => {
  test.each(['continue', 'reset'] as const)('revives nothing, resume: %s [4.3.1]', (resume) => {
    const pauses = [givenPause('2026-03-17', undefined, { resume })];
    const late = due('2026-03-02', ten, { pauses, now: '2026-03-20T01:00:00Z' });
    expect(late).toMatchObject({ dueDate: unpaused, standsStill: false });
    expect(late.trace.map(({ step }) => step)).not.toContain('paused');
  });

  test.each(['continue', 'reset'] as const)(
    'nor does one that begins on the last day itself, resume: %s',
    (resume) => {
      const pauses = [givenPause(unpaused, undefined, { resume })];
      const late = due('2026-03-02', ten, { pauses, now: '2026-03-20T01:00:00Z' });
      expect(late).toMatchObject({ dueDate: unpaused, standsStill: false });
    },
  );

  test('stops something only where an earlier pause moved the end past its beginning', () => {
    const late = givenPause('2026-03-17', '2026-03-18');
    expect(withPauses(late).dueDate).toBe(unpaused);
    expect(withPauses(late, givenPause('2026-03-03', '2026-03-05')).dueDate).toBe('2026-03-19');
  });
});
