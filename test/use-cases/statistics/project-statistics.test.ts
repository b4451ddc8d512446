import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../functions/domain/statistics/figures.ts';
import type { KeptHour } from '../../../functions/ports/figures.ts';
import { projectStatistics } from '../../../functions/use-cases/statistics/project-statistics.ts';

function setup() {
  const log = new Map<string, LogEntry[]>();
  const kept = new Map<string, KeptHour>();
  const counted: string[] = [];
  let checkpoint: string | undefined;
  const projecting = {
    figures: {
      entriesOf: async (hour: string) => {
        counted.push(hour);
        return log.get(hour) ?? [];
      },
      keepHour: async (hour: KeptHour) => void kept.set(hour.figures.hour, hour),
      hour: async (hour: string) => kept.get(hour),
    },
    jobs: {
      checkpoint: async () => checkpoint,
      keepCheckpoint: async (_job: string, at: string) => {
        checkpoint = at;
      },
    },
  };
  let n = 0;
  return {
    counted,
    write(at: string, measures: LogEntry['measures']) {
      n += 1;
      const entry = { kind: 'case', id: `c${n}`, at, eventType: 'x', ...(measures && { measures }) };
      log.set(at.slice(0, 13), [...(log.get(at.slice(0, 13)) ?? []), entry]);
    },
    async round(now: string) {
      counted.length = 0;
      return projectStatistics(projecting, now);
    },
  };
}

describe('figures', () => {
  test('of the open hour are counted whole each minute, put and never added', async () => {
    const { write, round } = setup();
    write('2026-03-02T01:05:00.000Z', { from: 'draft', to: 'intake' });
    write('2026-03-02T01:06:00.000Z', { to: 'draft' });
    expect((await round('2026-03-02T01:20:00.000Z')).levels).toMatchObject({ intake: 1, draft: 0 });
    expect((await round('2026-03-02T01:21:00.000Z')).levels).toMatchObject({ intake: 1, draft: 0 });
    write('2026-03-02T01:21:30.000Z', { to: 'draft' });
    expect((await round('2026-03-02T01:22:00.000Z')).levels).toMatchObject({ intake: 1, draft: 1 });
  });

  test('take a version that was indexed late into its own hour, until it is 26 hours old', async () => {
    const { write, round, counted } = setup();
    await round('2026-03-02T01:20:00.000Z');
    await round('2026-03-02T05:20:00.000Z');
    write('2026-03-02T01:30:00.000Z', { to: 'draft' });
    expect((await round('2026-03-02T05:21:00.000Z')).levels.draft).toBe(0);
    expect(counted).toEqual(['2026-03-02T05']);
    expect((await round('2026-03-02T06:00:10.000Z')).levels.draft).toBe(1);
    expect(counted).toHaveLength(27);
  });

  test('go on where they stopped after the function stood still for days', async () => {
    const { write, round } = setup();
    write('2026-03-02T01:05:00.000Z', { to: 'draft' });
    await round('2026-03-02T01:20:00.000Z');
    write('2026-03-03T09:05:00.000Z', { to: 'draft' });
    write('2026-03-05T09:05:00.000Z', { to: 'draft' });
    let levels = (await round('2026-03-06T01:20:00.000Z')).levels;
    for (let rounds = 0; rounds < 3; rounds += 1) levels = (await round('2026-03-06T01:21:00.000Z')).levels;
    expect(levels.draft).toBe(3);
  });
});
