import { expect, test } from 'vitest';
import { recomputeDeadlines } from '../../../functions/use-cases/upkeep/recompute-deadlines.ts';
import { givenDays } from '../../support/given/calendar.ts';
import { journey } from '../../support/journey.ts';
import { makeWorkshop } from '../../support/workshop.ts';

/** An accepted case, judged by a calendar of version 1; then a typhoon closes the hall for a day of its limit. */
async function setup() {
  const workshop = await journey(makeWorkshop(), 'assigned');
  const { story } = workshop;
  const { state } = await story.current();
  if (!('clock' in state) || state.clock === undefined) throw new Error('no clock');
  const reason = { 'zh-Hant': '颱風', 'zh-Hans': '台风', en: 'Typhoon' };
  const closed = givenDays({
    closures: [{ from: '2026-03-03', to: '2026-03-03', reason, basis: '停工停課通告' }],
  });
  let calendar = story.reference;
  const publish = () => {
    calendar = { ...story.reference, days: closed, calendarVersion: story.reference.calendarVersion + 1 };
  };
  const said: string[] = [];
  const run = () =>
    recomputeDeadlines({
      ...workshop,
      references: {
        ...workshop.references,
        forCommand: async (_state, more = {}) => ({ ...calendar, ...more }),
      },
      now: story.now,
      wait: async () => {},
      said: (pass, done, looked) => said.push(`${pass}: ${done} of ${looked}`),
    });
  return { story, publish, run, said, before: state.clock };
}

test('a newer calendar moves the dates of open cases once, and what stood before stays on the record', async () => {
  const { story, publish, run, said, before } = await setup();
  expect(await run()).toBe(0);
  publish();
  expect(await run()).toBe(1);
  expect(said.slice(-2).map((line) => line.slice(0, 4))).toEqual(['1: 1', '2: 0']);
  const { state, event } = await story.current();
  if (!('clock' in state) || state.clock === undefined) throw new Error('no clock');
  expect(state.clock.calendarVersion).toBe(before.calendarVersion + 1);
  expect(state.clock.dueAt > before.dueAt).toBe(true);
  expect(event).toEqual({ type: 'recomputed', before: before.dueDate, after: state.clock.dueDate });
  expect(await run()).toBe(0);
});
