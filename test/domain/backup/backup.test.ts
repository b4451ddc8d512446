import { describe, expect, test } from 'vitest';
import { judgeBackups } from '../../../functions/domain/backup/backup.ts';

const NOW = '2026-03-02T12:00:00Z';
const fresh = {
  resource: 'records',
  backupAt: '2026-03-02T01:00:00Z',
  copyAt: '2026-03-02T02:00:00Z',
  restoreTestAt: '2026-02-10T02:00:00Z',
  failed: [],
};
const statesOf = (facts: Parameters<typeof judgeBackups>[0]) =>
  judgeBackups(facts, NOW)
    .find(({ resource }) => resource === 'records')
    ?.lines.map(({ act, state }) => `${act} ${state}`);

describe('a backup', () => {
  test('is kept while backup, copy and restore test are as fresh as promised', () => {
    expect(statesOf([fresh])).toEqual(['backup kept', 'copy kept', 'restore-test kept']);
  });

  test('[2.3.4] that was missed shows, one by one against its own promise', () => {
    expect(statesOf([{ ...fresh, backupAt: '2026-03-01T09:00:00Z' }])?.[0]).toBe('backup missed');
    expect(statesOf([{ ...fresh, copyAt: '2026-03-01T05:00:00Z' }])?.[1]).toBe('copy missed');
    expect(statesOf([{ ...fresh, restoreTestAt: '2026-01-01T00:00:00Z' }])?.[2]).toBe('restore-test missed');
  });

  test('[2.3.4] that failed shows, even while the one before it is fresh', () => {
    expect(statesOf([{ ...fresh, failed: ['backup'] }])).toEqual([
      'backup failed',
      'copy kept',
      'restore-test kept',
    ]);
  });

  test('that was never made is missed', () => {
    expect(statesOf([])).toEqual(['backup missed', 'copy missed', 'restore-test missed']);
  });
});
