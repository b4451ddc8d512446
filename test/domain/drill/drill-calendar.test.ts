import { describe, expect, test } from 'vitest';
import { DRILL_RULES, drillCalendar } from '../../../functions/domain/drill/drill-calendar.ts';

const held = (endedAt: string, verdict = 'passed') => ({ subject: 'region', endedAt, verdict });
const region = (drills: Parameters<typeof drillCalendar>[0], now: string) =>
  drillCalendar(drills, now).find(({ subject }) => subject === 'region');

describe('the drill calendar', () => {
  test('[8.2.1] a drill that was not held in time is overdue, and one never held is overdue from the first day', () => {
    expect(drillCalendar([], '2026-03-02T00:00:00Z').every(({ overdue }) => overdue)).toBe(true);
    const once = [held('2026-03-02T00:00:00Z')];
    expect(region(once, '2026-08-31T00:00:00Z')).toMatchObject({ overdue: false });
    expect(region(once, '2026-09-02T00:00:00Z')).toMatchObject({ overdue: true });
  });

  test('goes by the latest, and a failed drill was held: what it found is a task of its own', () => {
    const twice = [held('2026-05-02T00:00:00Z', 'failed'), held('2026-03-02T00:00:00Z')];
    expect(region(twice, '2026-10-01T00:00:00Z')).toMatchObject({
      lastHeldAt: '2026-05-02T00:00:00Z',
      lastVerdict: 'failed',
      dueBy: '2026-11-01T00:00:00.000Z',
      overdue: false,
    });
  });

  test('names why each is held', () => {
    expect(DRILL_RULES.every(({ basis }) => basis.includes('8.2.1'))).toBe(true);
  });
});
