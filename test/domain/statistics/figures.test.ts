import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  figuresOf,
  hoursBetween,
  type LogEntry,
  levelsAfter,
  NO_LEVELS,
  onTimeShare,
  PHASES,
} from '../../../functions/domain/statistics/figures.ts';

const HOUR = '2026-03-02T01';
let made = 0;
function nextId() {
  made += 1;
  return `c${made}`;
}

const entry = (measures: LogEntry['measures'], over: Partial<LogEntry> = {}): LogEntry => ({
  kind: 'case',
  id: nextId(),
  at: `${HOUR}:05:00.000Z`,
  eventType: 'x',
  ...(measures && { measures }),
  ...over,
});

describe('the figures of an hour', () => {
  test('count what came into each phase and left it, what was submitted, closed, and in time', () => {
    const figures = figuresOf(HOUR, [
      entry({ to: 'draft' }),
      entry({ from: 'draft', to: 'intake' }),
      entry({ from: 'handling', to: 'handling', onTime: true }),
      entry({ from: 'handling', to: 'notification', onTime: false }),
      entry({ from: 'notification', to: 'archive' }),
      entry(undefined, { kind: 'roster' }),
    ]);
    expect(figures).toMatchObject({ versions: 6, submitted: 1, closed: 1, onTime: 1, late: 1 });
    expect(figures.net).toEqual({
      draft: 0,
      intake: 1,
      review: 0,
      handling: -1,
      notification: 0,
      archive: 1,
    });
  });

  test('a share is told only when clocks stopped', () => {
    expect(onTimeShare([{ onTime: 0, late: 0 }])).toBeUndefined();
    expect(onTimeShare([{ onTime: 3, late: 1 }])).toBe(0.75);
  });

  test('hours run over midnight', () => {
    expect(hoursBetween('2026-03-01T23', '2026-03-02T01')).toEqual([
      '2026-03-01T23',
      '2026-03-02T00',
      '2026-03-02T01',
    ]);
  });
});

const phase = fc.constantFrom(...PHASES);
const walks = fc.array(fc.array(phase, { minLength: 1, maxLength: 6 }), { maxLength: 12 });

test.prop([walks, fc.infiniteStream(fc.nat(3))])(
  'levels are where the cases stand, however the hours cut their ways, in whatever order and however often told',
  (cases, cuts) => {
    const hours = new Map<string, LogEntry[]>();
    cases.forEach((phases, c) => {
      let hour = 0;
      phases.forEach((to, v) => {
        hour += cuts.next().value ?? 0;
        const name = new Date(Date.UTC(2026, 2, 1, hour)).toISOString().slice(0, 13);
        const from = phases[v - 1];
        const told = entry(
          { to, ...(from && { from }) },
          { id: `case-${c}`, at: `${name}:00:00.${100 + v}Z`, eventType: `v${v}` },
        );
        hours.set(name, [told, ...(hours.get(name) ?? []), told]);
      });
    });
    const levels = [...hours.entries()]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .reduce((before, [hour, told]) => levelsAfter(before, figuresOf(hour, told)), NO_LEVELS);
    for (const one of PHASES)
      expect(levels[one]).toBe(cases.filter((phases) => phases.at(-1) === one).length);
  },
);
