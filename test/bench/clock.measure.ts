import { test } from 'vitest';
import { dateOf, dayOf } from '../../functions/domain/clock/days.ts';
import { dueDateOf } from '../../functions/domain/clock/due-date.ts';
import { givenCalendar, givenDays } from '../support/given/calendar.ts';
import { givenLimit, givenPause } from '../support/given/limit.ts';
import { naiveDueDate } from '../support/naive-due-date.ts';
import { verdictOf } from './figure.ts';
import { keepFigures } from './keep.ts';

const GOAL = 50_000;
const ROUNDS = 7;
const index = givenDays();
const calendar = givenCalendar();
const rule = givenLimit({ amount: 20 });
const first = dayOf('2025-01-02');

const receipts = Array.from({ length: 600 }, (_, n) => `${dateOf(first + n)}T0${n % 10}:00:00Z`);
const paused = receipts.map((_, n) => [givenPause(dateOf(first + n + 3), dateOf(first + n + 8))]);

/** The median of some rounds, each over all receipts as often as given. */
function perSecond(times: number, count: (receivedAt: string, n: number) => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    for (let time = 0; time < times; time += 1) receipts.forEach(count);
    return (1000 * times * receipts.length) / (performance.now() - began);
  });
  return Math.round(rounds.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0);
}

test('[P9] the clock counts and explains fast enough for a hall of any size', async () => {
  const given = (receivedAt: string) =>
    ({ clock: 'statutory', rule, receivedAt, index, now: '2026-12-01T00:00:00Z' }) as const;
  const plain = perSecond(20, (receivedAt) => dueDateOf(given(receivedAt)));
  const withPause = perSecond(20, (receivedAt, n) =>
    dueDateOf({ ...given(receivedAt), pauses: paused[n] ?? [] }),
  );
  const naive = perSecond(1, (receivedAt) => naiveDueDate({ rule, receivedAt, pauses: [], calendar }));
  const aSecond = (figure: number) => `${figure.toLocaleString('en')} a second`;
  const reference = `naive loop over dates, without trace: ${aSecond(naive)}`;
  await keepFigures('clock', [
    {
      goal: 'P9',
      what: 'due dates of 20 working days, with trace',
      measured: aSecond(plain),
      reference,
      aim: `≥ ${aSecond(GOAL)}`,
      verdict: verdictOf(plain >= GOAL),
    },
    {
      goal: 'P9',
      what: 'the same with a pause',
      measured: aSecond(withPause),
      reference,
      aim: `≥ ${aSecond(GOAL)}`,
      verdict: verdictOf(withPause >= GOAL),
    },
  ]);
}, 120_000);
