import { describe, expect, test } from 'vitest';
import { drillDefinition } from '../../../functions/domain/drill/drill.ts';
import { fileDrill } from '../../../functions/use-cases/drills/file-drill.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { makeTestKernel } from '../../support/kernel.ts';

const run = {
  subject: 'region',
  startedAt: '2026-03-02T01:00:00.000Z',
  endedAt: '2026-03-02T01:04:00.000Z',
  steps: [],
  figures: { carried: 50 },
  findings: [],
  verdict: 'passed',
  by: { kind: 'system', id: 'drill' },
} as const;

describe('a drill run by a command', () => {
  test('files itself, and filed again by a retry is the same one', async () => {
    const { kernel, store } = makeTestKernel();
    expect(await fileDrill(kernel, run)).toEqual({ drillId: 'region-20260302010000' });
    await fileDrill(kernel, run);
    const versions = await store.versionsAfter(
      { kind: 'drill', id: 'region-20260302010000' },
      { epoch: 1, version: 0 },
      10,
    );
    expect(versions).toHaveLength(1);
  });

  test('fulfils the plan it names', async () => {
    const { kernel } = makeTestKernel();
    await giveCommand(kernel, drillDefinition, {
      id: 'spring',
      command: {
        type: 'plan',
        subject: 'region',
        plannedFor: '2026-03-02T00:00:00Z',
        toDo: ['npm run drill'],
      },
      actor: { kind: 'staff', id: 'anna' },
      key: 'plan',
      now: '2026-01-01T00:00:00Z',
      reference: async () => undefined,
    });
    expect(await fileDrill(kernel, { ...run, planned: 'spring' })).toEqual({ drillId: 'spring' });
    const filed = await loadRecord(kernel, drillDefinition, 'spring');
    expect(filed?.version.state).toMatchObject({ status: 'finished', plannedFor: '2026-03-02T00:00:00Z' });
  });

  test('is not filed as passed with a failed step', async () => {
    const { kernel } = makeTestKernel();
    const step = { name: 'activate', startedAt: run.startedAt, endedAt: run.endedAt, ok: false };
    await expect(fileDrill(kernel, { ...run, steps: [step] })).rejects.toThrow('drill-step-failed');
  });
});
