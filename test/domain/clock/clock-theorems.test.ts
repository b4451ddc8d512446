import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { colourAt, computeCaseClocks } from '../../../functions/domain/clock/case-clocks.ts';
import { dateOf, dayOf } from '../../../functions/domain/clock/days.ts';
import { describeTrace, type TraceStep } from '../../../functions/domain/clock/trace.ts';
import { LANGUAGES } from '../../../functions/domain/language.ts';
import { anyCourse, anyDayLimit, anyReceipt } from '../../support/arbitraries/clock.ts';
import { givenCalendar, givenDays } from '../../support/given/calendar.ts';
import { dueDateGiven, givenLimit, givenPause } from '../../support/given/limit.ts';
import { isNaiveWorkingDay, naiveDueDate } from '../../support/naive-due-date.ts';

type Course = typeof anyCourse extends fc.Arbitrary<infer Found> ? Found : never;

const calendar = givenCalendar();
const index = givenDays();
const dueOf = ({ receivedAt, rule, pauses }: Course) => dueDateGiven(receivedAt, rule, { pauses });

describe('the clock', () => {
  test.prop([anyCourse])('gives the date a clerk finds day by day on a wall calendar', (course) => {
    expect(dueOf(course).dueDate).toBe(naiveDueDate({ ...course, calendar }));
  });

  test.prop([anyCourse, fc.nat(), fc.nat(30)])(
    'is monotone: a later end of a pause never gives an earlier due date',
    (course, which, longer) => {
      const chosen = course.pauses.length === 0 ? -1 : which % course.pauses.length;
      const pauses = course.pauses.map((pause, at) =>
        at === chosen && pause.to ? { ...pause, to: dateOf(dayOf(pause.to) + longer) } : pause,
      );
      expect(dueOf({ ...course, pauses }).dueDate >= dueOf(course).dueDate).toBe(true);
    },
  );

  test.prop([anyCourse, fc.integer({ min: 1, max: 20 })])(
    'is monotone in the amount: an extension never gives an earlier due date',
    (course, amount) => {
      const { receivedAt, rule, pauses } = course;
      const extended = dueDateGiven(receivedAt, rule, {
        pauses,
        extensions: [{ amount, reason: 'approved' }],
      });
      expect(extended.dueDate >= dueOf(course).dueDate).toBe(true);
    },
  );

  test.prop([anyCourse])('is idempotent, and does not care in what order pauses are told', (course) => {
    const answer = dueOf(course);
    expect(dueOf(course)).toEqual(answer);
    expect(dueOf({ ...course, pauses: course.pauses.toReversed() })).toEqual(answer);
  });

  test.prop([anyCourse])(
    'stops for the union of its pauses: cutting one in two changes no date',
    (course) => {
      const pauses = course.pauses
        .filter(({ resume, capWorkingDays }) => resume === 'continue' && capWorkingDays === undefined)
        .flatMap((pause) => {
          const [from, to] = [dayOf(pause.from), dayOf(pause.to ?? pause.from)];
          const middle = dateOf(Math.floor((from + to) / 2));
          return [
            { ...pause, to: middle },
            { ...pause, from: middle },
          ];
        });
      const whole = course.pauses.filter(
        ({ resume, capWorkingDays }) => resume === 'continue' && capWorkingDays === undefined,
      );
      expect(dueOf({ ...course, pauses }).dueDate).toBe(dueOf({ ...course, pauses: whole }).dueDate);
    },
  );

  test.prop([anyCourse])('ends on a working day wherever the rule rolls forward', (course) => {
    const { dueDate } = dueOf({ ...course, rule: { ...course.rule, rollForward: true } });
    expect(isNaiveWorkingDay(dueDate, calendar)).toBe(true);
  });

  test.prop([anyReceipt, anyDayLimit])(
    'is provisional iff a day of an unpublished year had to be judged',
    (receivedAt, rule) => {
      const { dueDate, provisional, trace } = dueDateGiven(receivedAt, rule);
      const judgesLastDay = rule.unit === 'working-day' || rule.rollForward;
      const judgesReceipt = trace[0]?.step === 'received-later' && trace[0].date > '2027';
      expect(provisional).toBe((judgesLastDay && dueDate > '2027') || judgesReceipt);
    },
  );

  test.prop([anyCourse])('explains itself in each language without a gap', (course) => {
    for (const language of LANGUAGES) {
      for (const sentence of describeTrace(dueOf(course).trace, language)) {
        expect(sentence).not.toMatch(/[{}]|undefined|NaN|\[object/);
      }
    }
  });

  test.prop([anyCourse])('has a trace that adds up to its answer', (course) => {
    const { trace, dueDate } = dueOf(course);
    const counted = stepOf(trace, 'counted');
    const before = dayBeforeFirst(trace, course.rule.starts);
    const paused = pausedDays(trace).filter((day) => before < day && day <= dayOf(counted.date)).length;
    const skipped = trace.reduce((sum, step) => sum + (isSkipped(step) ? step.days : 0), 0);
    if (counted.unit === 'working-day' || counted.unit === 'calendar-day') {
      expect(dayOf(counted.date) - before).toBe(counted.amount + skipped + paused);
    }
    const rolled = trace.find((step) => step.step === 'rolled');
    expect(rolled ?? { from: counted.date, to: counted.date }).toMatchObject({
      from: counted.date,
      to: dueDate,
    });
    expect(trace.at(-1)).toEqual({ step: 'due', date: dueDate });
  });
});

describe('a clock that stands still', () => {
  test.prop([anyCourse, fc.nat(60), fc.nat(90)])(
    'is never due before the day that follows today, and never red',
    ({ rule, receivedAt, pauses }, after, lasting) => {
      const from = dayOf(receivedAt.slice(0, 10)) + after;
      const now = `${dateOf(from + lasting)}T03:00:00Z`;
      const facts = {
        statutory: rule,
        promised: rule,
        receivedAt,
        channel: 'online',
        extensions: [],
      } as const;
      const open = computeCaseClocks({ ...facts, pauses: [...pauses, givenPause(dateOf(from))] }, index, now);
      fc.pre(open.standsStill);
      expect(open.dueDate > dateOf(from + lasting)).toBe(true);
      expect(colourAt(open, '2099-01-01T00:00:00Z')).not.toBe('red');
    },
  );

  test.prop([anyReceipt, fc.integer({ min: 1, max: 200 }), fc.nat(5), fc.nat(20)])(
    'in hours loses exactly the hours of the days of its pause',
    (receivedAt, amount, after, length) => {
      const rule = givenLimit({ unit: 'hour', amount });
      const from = dayOf(dueDateGiven(receivedAt, { unit: 'hour', amount: 1 }).dueDate) + after;
      const pauses = [givenPause(dateOf(from), dateOf(from + length))];
      const free = dueDateGiven(receivedAt, rule);
      const paused = dueDateGiven(receivedAt, rule, { pauses });
      const expected = dayOf(free.dueDate) > from ? length * 24 : 0;
      expect(Date.parse(paused.dueAtOnline) - Date.parse(free.dueAtOnline)).toBe(expected * 3_600_000);
    },
  );
});

type StepOf<Name> = Extract<TraceStep, { step: Name }>;

function stepOf<Name extends TraceStep['step']>(trace: readonly TraceStep[], name: Name): StepOf<Name> {
  const found = trace.find((step): step is StepOf<Name> => step.step === name);
  if (found === undefined) throw new Error(`No step ${name}`);
  return found;
}

function isSkipped(
  step: TraceStep,
): step is StepOf<'skipped-holiday' | 'skipped-closure' | 'skipped-rest-days'> {
  return step.step.startsWith('skipped-');
}

/** The days on which the trace says that the clock stood still, each once. */
function pausedDays(trace: readonly TraceStep[]): readonly number[] {
  const days = trace.flatMap((step) =>
    step.step === 'paused' ? Array.from({ length: step.days }, (_, n) => dayOf(step.from) + 1 + n) : [],
  );
  return [...new Set(days)];
}

/** The day before counting began: that of receipt, or on which a pause that resets ended. */
function dayBeforeFirst(trace: readonly TraceStep[], starts: 'next-day' | 'same-day'): number {
  const anew = trace.find((step) => step.step === 'counted-anew');
  if (anew !== undefined) return dayOf(anew.date);
  const received = trace.find((step) => step.step === 'received' || step.step === 'received-later');
  if (received === undefined) throw new Error('No receipt');
  return dayOf(received.date) - (starts === 'same-day' ? 1 : 0);
}
