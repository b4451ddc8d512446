import { describe, expect, test } from 'vitest';
import { healthOf, PARTS, partOf, toldToCustomers } from '../../../functions/domain/health/health.ts';

const ringing = (name: string, since = '2026-03-02T01:00:00Z') => ({
  name,
  since,
  impact: 'People wait.',
  runbook: 'a-queue-stands-still',
});

describe('health', () => {
  test('is well when nothing rings, and says so of each part', () => {
    const health = healthOf([], true);
    expect(health.state).toBe('well');
    expect(health.parts.map(({ part }) => part)).toEqual([...PARTS]);
    expect(toldToCustomers(health)).toEqual({ state: 'well', late: [] });
  });

  test('[2.3.1] a part that rings is impaired since the first of its alarms, and well again when they end', () => {
    const both = [
      ringing('deliver-message-failed', '2026-03-02T02:00:00Z'),
      ringing('mail-bounces', '2026-03-02T01:00:00Z'),
    ];
    const health = healthOf(both, true);
    expect(health.parts.filter(({ state }) => state === 'impaired')).toMatchObject([
      { part: 'messages', since: '2026-03-02T01:00:00Z', ringing: both },
    ]);
    expect(healthOf([], true).state).toBe('well');
  });

  test('customers are told of their own parts alone: no alarm, no cause, nothing of backups', () => {
    const health = healthOf([ringing('backup-failed'), ringing('sign-in-faults'), ringing('else')], true);
    expect(health.state).toBe('impaired');
    const told = toldToCustomers(health);
    expect(told).toEqual({
      state: 'impaired',
      late: [{ part: 'sign-in', since: '2026-03-02T01:00:00Z' }],
    });
    expect(JSON.stringify(told)).not.toMatch(/faults|runbook|impact/);
  });

  test('a region that may not act is late with everything that follows', () => {
    expect(toldToCustomers(healthOf([], false)).late).toEqual([{ part: 'progress' }]);
  });

  test('not knowing is neither good nor bad', () => {
    expect(toldToCustomers(healthOf(undefined, true))).toEqual({ state: 'unknown', late: [] });
  });

  test('an alarm that nobody placed is the upkeep’s, and no customer hears of it', () => {
    expect(partOf('something-new')).toBe('upkeep');
  });
});
