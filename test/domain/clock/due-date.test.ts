import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { dateOf, dayOf } from '../../../functions/domain/clock/calendar.ts';
import { colourAt, computeCaseClocks } from '../../../functions/domain/clock/case-clocks.ts';
import { type DueDateGiven, dueDateOf } from '../../../functions/domain/clock/due-date.ts';
import { nthWorkingDayBefore } from '../../../functions/domain/clock/pauses.ts';
import type { LimitRule, Pause } from '../../../functions/domain/clock/rule.ts';
import { describeTrace } from '../../../functions/domain/clock/trace.ts';
import { givenDays } from '../../support/given/calendar.ts';

const index = givenDays();
const basis = { 'zh-Hant': '第一條', 'zh-Hans': '第一条', en: 'Article 1' };

const rule = (overrides: Partial<LimitRule> = {}): LimitRule => ({
  amount: 3,
  unit: 'working-day',
  starts: 'next-day',
  rollForward: true,
  warnWorkingDays: 1,
  tacit: 'none',
  legalBasis: basis,
  ...overrides,
});

const due = (receivedAt: string, overrides: Partial<LimitRule> = {}, more: Partial<DueDateGiven> = {}) =>
  dueDateOf({ clock: 'statutory', rule: rule(overrides), receivedAt, index, now: receivedAt, ...more });

const visit = (from: string, to: string | undefined, more: Partial<Pause> = {}): Pause => ({
  type: 'site-visit',
  stops: ['promised'],
  from,
  ...(to !== undefined && { to }),
  resume: 'continue',
  ...more,
});

describe('a limit in working days', () => {
  test('begins on the day after receipt [4.3.1]', () => {
    expect(due('2026-03-02T01:00:00Z').dueDate).toBe('2026-03-05');
  });

  test('begins on the same day where an act says so', () => {
    expect(due('2026-03-02T01:00:00Z', { starts: 'same-day' }).dueDate).toBe('2026-03-04');
  });

  test('passes over the Spring Festival of 2026 and counts its make-up Saturday', () => {
    expect(due('2026-02-12T01:00:00Z').dueDate).toBe('2026-02-24');
    expect(due('2026-02-12T01:00:00Z').trace).toContainEqual({ step: 'make-up-day', date: '2026-02-14' });
    expect(due('2026-02-26T01:00:00Z').dueDate).toBe('2026-03-02');
  });

  test('passes over National Day 2025 and counts 28 September and 11 October', () => {
    expect(due('2025-09-26T01:00:00Z', { amount: 5 }).dueDate).toBe('2025-10-10');
    expect(due('2025-10-09T01:00:00Z', { amount: 2 }).dueDate).toBe('2025-10-11');
  });

  test('does not count a Saturday on which the hall is open', () => {
    expect(due('2026-03-06T01:00:00Z', { amount: 1 }).dueDate).toBe('2026-03-09');
  });

  test('is received on the next working day after the cut-off hour or on a closed day', () => {
    const cutOff = { cutOff: '16:00', amount: 1 };
    expect(due('2026-03-02T07:59:00Z', cutOff).dueDate).toBe('2026-03-03');
    expect(due('2026-03-02T08:00:00Z', cutOff).dueDate).toBe('2026-03-04');
    expect(due('2026-03-07T01:00:00Z', cutOff).dueDate).toBe('2026-03-10');
  });

  test('knows the local day: late evening in UTC is the next morning here [R26]', () => {
    expect(due('2026-03-01T16:00:00Z', { amount: 1 }).dueDate).toBe('2026-03-03');
    expect(due('2026-03-01T15:59:59Z', { amount: 1 }).dueDate).toBe('2026-03-02');
  });

  test('does not run through a declared closure, and says why [8.1.2]', () => {
    const reason = { 'zh-Hant': '颱風', 'zh-Hans': '台风', en: 'Typhoon' };
    const closed = givenDays({
      closures: [{ from: '2026-03-03', to: '2026-03-04', reason, basis: 'notice 7' }],
    });
    const answer = due('2026-03-02T01:00:00Z', {}, { index: closed });
    expect(answer.dueDate).toBe('2026-03-09');
    expect(describeTrace(answer.trace, 'zh-Hant').join('')).toContain(
      '2026年3月3日 停止辦公（颱風），不計。',
    );
  });
});

describe('other units', () => {
  test('calendar days roll from a closed last day to the next working day [R26]', () => {
    const answer = due('2026-04-20T01:00:00Z', { unit: 'calendar-day', amount: 12 });
    expect(answer.dueDate).toBe('2026-05-06');
    expect(answer.trace).toContainEqual({ step: 'rolled', from: '2026-05-02', to: '2026-05-06' });
  });

  test('calendar days stay where nothing rolls', () => {
    expect(
      due('2026-04-20T01:00:00Z', { unit: 'calendar-day', amount: 12, rollForward: false }).dueDate,
    ).toBe('2026-05-02');
  });

  test('months end on the corresponding day, or on the month’s last [R26]', () => {
    const month = { unit: 'month', amount: 1, rollForward: false } as const;
    expect(due('2026-01-31T01:00:00Z', month).dueDate).toBe('2026-02-28');
    expect(due('2024-01-31T01:00:00Z', month).dueDate).toBe('2024-02-29');
    expect(due('2024-02-29T01:00:00Z', { unit: 'year', amount: 1, rollForward: false }).dueDate).toBe(
      '2025-02-28',
    );
  });

  test('hours run on through nights and holidays', () => {
    expect(due('2026-05-01T01:00:00Z', { unit: 'hour', amount: 48 }).dueAtOnline).toBe(
      '2026-05-03T01:00:00Z',
    );
  });
});

describe('the due instant', () => {
  test('is the end of opening hours at the hall and midnight online', () => {
    const { dueAtHall, dueAtOnline } = due('2026-03-02T01:00:00Z');
    expect(dueAtHall).toBe('2026-03-05T09:00:00Z');
    expect(dueAtOnline).toBe('2026-03-05T16:00:00Z');
  });

  test('warns a working day before, and a make-up Saturday is one', () => {
    expect(due('2026-02-26T01:00:00Z').warnAt).toBe('2026-02-27T16:00:00Z');
  });

  test('counts backwards over holidays for "15 working days before expiry"', () => {
    expect(dateOf(nthWorkingDayBefore(dayOf('2026-10-09'), 2, index))).toBe('2026-09-30');
  });
});

describe('a year that is not published', () => {
  test('gives a provisional date that says until when it will be settled [R26]', () => {
    const answer = due('2026-12-30T01:00:00Z');
    expect(answer).toMatchObject({ dueDate: '2027-01-05', provisional: true, settledOn: '2026-12-31' });
  });

  test('leaves a date inside published years final', () => {
    expect(due('2026-12-25T01:00:00Z').provisional).toBe(false);
  });
});

describe('pauses', () => {
  const clocks = (pauses: readonly Pause[], now = '2026-03-20T01:00:00Z') =>
    computeCaseClocks(
      {
        statutory: rule({ amount: 10 }),
        promised: rule({ amount: 5 }),
        receivedAt: '2026-03-02T01:00:00Z',
        channel: 'online',
        pauses,
        extensions: [],
      },
      index,
      now,
    );

  test('stop the clocks they name and no other [3.4.2]', () => {
    const { statutory, promised } = clocks([visit('2026-03-03', '2026-03-05')]);
    expect(promised.dueDate).toBe('2026-03-11');
    expect(statutory.dueDate).toBe('2026-03-16');
  });

  test('that push the promise past the law leave the law binding', () => {
    const stopped = clocks([visit('2026-03-03', '2026-03-18')]);
    expect(stopped).toMatchObject({ binding: 'statutory', dueDate: '2026-03-16' });
  });

  test('count once where they overlap', () => {
    const apart = clocks([
      visit('2026-03-03', '2026-03-05'),
      visit('2026-03-04', '2026-03-06', { type: 'other' }),
    ]);
    expect(apart.promised.dueDate).toBe(clocks([visit('2026-03-03', '2026-03-06')]).promised.dueDate);
  });

  test('end at their cap, and say so', () => {
    const capped = clocks([visit('2026-03-03', undefined, { capWorkingDays: 2 })]);
    expect(capped.promised.dueDate).toBe('2026-03-11');
    expect(capped.promised.trace).toContainEqual({
      step: 'pause-capped',
      type: 'site-visit',
      date: '2026-03-05',
      workingDays: 2,
    });
    expect(capped.promised.standsStill).toBe(false);
  });

  test('that reset count the whole amount anew', () => {
    expect(clocks([visit('2026-03-03', '2026-03-05', { resume: 'reset' })]).promised.dueDate).toBe(
      '2026-03-12',
    );
  });

  test('never let the case turn red while it stands still', () => {
    const open = clocks([visit('2026-03-03', undefined, { stops: ['promised', 'statutory'] })]);
    expect(colourAt(open, '2027-01-01T00:00:00Z')).not.toBe('red');
    expect(colourAt(clocks([]), '2026-03-09T16:00:00Z')).toBe('red');
    expect(colourAt(clocks([]), '2026-03-05T16:00:00Z')).toBe('yellow');
    expect(colourAt(clocks([]), '2026-03-05T15:59:59Z')).toBe('green');
  });
});

const days = fc.integer({ min: dayOf('2025-01-02'), max: dayOf('2026-11-30') });
const anyRule = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom<LimitRule['unit']>('working-day', 'calendar-day', 'month'),
  starts: fc.constantFrom<LimitRule['starts']>('next-day', 'same-day'),
  rollForward: fc.boolean(),
});
const at = (day: number) => `${dateOf(day)}T01:00:00Z`;

describe('the clock as theorems', () => {
  test.prop([days, anyRule, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })])(
    'is monotone: a later end of a pause never gives an earlier due date',
    (day, limit, length, longer) => {
      const ending = (end: number) =>
        due(at(day), limit, { pauses: [visit(dateOf(day + 1), dateOf(end), { stops: ['statutory'] })] })
          .dueDate;
      expect(ending(day + 1 + length + longer) >= ending(day + 1 + length)).toBe(true);
    },
  );

  test.prop([days, anyRule])('is idempotent, and its trace ends in its answer', (day, limit) => {
    const answer = due(at(day), limit);
    expect(due(at(day), limit)).toEqual(answer);
    expect(answer.trace.at(-1)).toEqual({ step: 'due', date: answer.dueDate });
  });

  test.prop([days, fc.integer({ min: 1, max: 30 })])(
    'in working days equals a naive count, and the skipped days of the trace are those between',
    (day, amount) => {
      const answer = due(at(day), { amount });
      let naive = day;
      for (let left = amount; left > 0; ) {
        naive += 1;
        if (index.isWorking(naive)) left -= 1;
      }
      expect(answer.dueDate).toBe(dateOf(naive));
      for (const step of answer.trace) {
        if (step.step === 'skipped-holiday') expect(index.kindOf(dayOf(step.date))).toBe('holiday');
      }
    },
  );

  test.prop([days, anyRule])('ends on a working day wherever the rule rolls forward', (day, limit) => {
    const answer = due(at(day), { ...limit, rollForward: true });
    expect(index.isWorking(dayOf(answer.dueDate))).toBe(true);
  });

  test.prop([days, fc.array(fc.tuple(fc.nat(20), fc.nat(10)), { maxLength: 4 })])(
    'does not care in what order pauses are told',
    (day, spans) => {
      const pauses = spans.map(([from, length]) =>
        visit(dateOf(day + from), dateOf(day + from + length), { stops: ['statutory'] }),
      );
      expect(due(at(day), {}, { pauses: pauses.toReversed() })).toEqual(due(at(day), {}, { pauses }));
    },
  );

  test.prop([days, anyRule])(
    'is provisional only if a day of an unpublished year was judged',
    (day, limit) => {
      const { dueDate, provisional } = due(at(day), limit);
      expect(provisional).toBe(dueDate.slice(0, 4) > '2026');
    },
  );

  test.prop([days, anyRule])('explains itself in each language without a gap', (day, limit) => {
    for (const language of ['zh-Hant', 'zh-Hans', 'en'] as const) {
      for (const sentence of describeTrace(due(at(day), limit).trace, language)) {
        expect(sentence).not.toMatch(/[{}]|undefined|\[object/);
      }
    }
  });
});
