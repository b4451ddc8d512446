import { describe, expect, test, vi } from 'vitest';
import { findingDefinition } from '../../functions/domain/finding/finding.ts';
import { fileDrill } from '../../functions/use-cases/drills/file-drill.ts';
import { giveCommand } from '../../functions/use-cases/record/give-command.ts';
import { makeOperating } from '../support/operating.ts';

const OPERATIONS = '/staff/operations';
const failing = {
  name: 'deliver-message-failed',
  since: '2026-03-02T00:30:00.000Z',
  impact: 'Customers do not hear of notices, acceptances and results.',
  runbook: 'messages-in-a-dead-letter-queue',
};
const restore = {
  subject: 'restore',
  startedAt: '2026-03-02T01:00:00.000Z',
  endedAt: '2026-03-02T01:04:00.000Z',
  steps: [],
  figures: { records: 50 },
  findings: [{ what: 'slow export', severity: 'low' as const }],
  verdict: 'passed' as const,
  by: { kind: 'system', id: 'operator' } as const,
};

describe('health', () => {
  test('[2.3.1] a failing part turns the staff’s page and the customers’ banner, and back', async () => {
    const { world, get } = makeOperating(['reviewer']);
    expect((await get('/public/status')).body).toMatchObject({ state: 'well', late: [] });
    world.ringing = [failing];
    expect((await get('/public/status')).body).toEqual({
      state: 'impaired',
      late: [{ part: 'messages', since: failing.since }],
      asOf: '2026-03-02T01:00:00Z',
    });
    const page = (await get(`${OPERATIONS}/health`)).body;
    expect(page.parts.find(({ part }: { part: string }) => part === 'messages')).toMatchObject({
      state: 'impaired',
      ringing: [failing],
    });
    world.ringing = [];
    expect((await get('/public/status')).body.state).toBe('well');
    expect((await get(`${OPERATIONS}/health`)).body.state).toBe('well');
  });

  test('[2.3.1] a paused region shows to both', async () => {
    const { world, get } = makeOperating();
    world.acting = false;
    expect((await get('/public/status')).body.late).toEqual([{ part: 'progress' }]);
    expect((await get(`${OPERATIONS}/health`)).body.state).toBe('impaired');
  });
});

describe('backups', () => {
  test('[2.3.4] a missed or failed backup shows; where nobody makes any, what was rehearsed is shown', async () => {
    const { world, get, kernel } = makeOperating();
    await fileDrill(kernel, restore);
    const none = (await get(`${OPERATIONS}/backups`)).body;
    expect(none).toMatchObject({ made: false, rehearsals: [{ card: { subject: 'restore' } }] });
    const at = '2026-03-02T00:00:00.000Z';
    world.backups = [{ resource: 'records', backupAt: at, copyAt: at, restoreTestAt: at, failed: ['copy'] }];
    const [records, documents] = (await get(`${OPERATIONS}/backups`)).body.resources;
    expect(records.lines.map(({ state }: { state: string }) => state)).toEqual(['kept', 'failed', 'kept']);
    expect(documents.lines[0]).toMatchObject({ act: 'backup', state: 'missed' });
  });
});

describe('drills', () => {
  test('[8.2.1] are planned, started, ticked with their times and end with a verdict; one not begun in time shows overdue', async () => {
    const { world, get, post } = makeOperating();
    const planned = await post(`${OPERATIONS}/drills`, {
      subject: 'power-cut',
      plannedFor: '2026-03-03T01:00:00.000Z',
      toDo: ['call the hall'],
    });
    expect(planned.status).toBe(201);
    const drill = `${OPERATIONS}/drills/${planned.body.drillId}`;
    expect((await get(`${OPERATIONS}/drills`)).body.open[0]).toMatchObject({ overdue: false });
    world.now = '2026-03-04T01:00:00.000Z';
    expect((await get(`${OPERATIONS}/drills`)).body.open[0]).toMatchObject({ overdue: true });
    await post(`${drill}/commands/start`, { seenVersion: 1 });
    world.now = '2026-03-04T01:10:00.000Z';
    await post(`${drill}/commands/tick`, {
      seenVersion: 2,
      name: 'call the hall',
      ok: false,
      note: 'no answer',
    });
    await post(`${drill}/commands/note-finding`, { seenVersion: 3, what: 'old number', severity: 'high' });
    const passed = await post(`${drill}/commands/finish`, { seenVersion: 4, verdict: 'passed' });
    expect(passed).toMatchObject({ status: 409, body: { kind: 'drill-step-failed' } });
    await post(`${drill}/commands/finish`, { seenVersion: 4, verdict: 'failed' });
    expect((await get(drill)).body.state).toMatchObject({
      status: 'finished',
      steps: [{ startedAt: '2026-03-04T01:00:00Z', endedAt: '2026-03-04T01:10:00Z', ok: false }],
      verdict: 'failed',
    });
    expect((await get(`${OPERATIONS}/drills`)).body).toMatchObject({
      open: [],
      held: [{ card: { subject: 'power-cut', verdict: 'failed', findings: 1 } }],
    });
  });

  test('[8.2.1] region and restore drills that were not filed in time are overdue in the calendar', async () => {
    const { world, get, kernel } = makeOperating();
    const overdue = async () =>
      (await get(`${OPERATIONS}/drills`)).body.calendar
        .filter((row: { overdue: boolean }) => row.overdue)
        .map((row: { subject: string }) => row.subject);
    expect(await overdue()).toEqual(['region', 'restore', 'game-day']);
    await fileDrill(kernel, restore);
    expect(await overdue()).toEqual(['region', 'game-day']);
    world.now = '2026-07-01T00:00:00.000Z';
    expect(await overdue()).toEqual(['region', 'restore', 'game-day']);
  });

  test('nobody files one by hand, nor plans one without steps', async () => {
    const { post } = makeOperating();
    const refused = await post(`${OPERATIONS}/drills/x/commands/file`, { seenVersion: 0 });
    expect(refused).toMatchObject({ status: 422 });
    const empty = { subject: 'power-cut', plannedFor: '2026-03-03T01:00:00.000Z', toDo: [] };
    expect(await post(`${OPERATIONS}/drills`, empty)).toMatchObject({ status: 422 });
  });
});

describe('findings', () => {
  const report = {
    type: 'report',
    source: 'dependencies',
    what: 'GHSA-x',
    where: 'left-pad',
    severity: 'critical',
  } as const;
  const found = async ({ kernel, world }: ReturnType<typeof makeOperating>) =>
    giveCommand(kernel, findingDefinition, {
      ...{ id: 'f1', command: report, actor: { kind: 'system', id: 'scan' }, key: 'scan', now: world.now },
      reference: async () => undefined,
    });

  test('what was changed since the epoch was raised can be changed on', async () => {
    const operating = makeOperating();
    const { world, post } = operating;
    await found(operating);
    vi.spyOn(operating.kernel, 'era').mockResolvedValue({ epoch: 2, closed: false });
    const take = (seenVersion: number) => post(`${OPERATIONS}/findings/f1/commands/take`, { seenVersion });
    expect(await take(1)).toMatchObject({ status: 200 });
    world.now = '2026-03-02T02:00:00.000Z';
    expect((await take(1)).body).toMatchObject({ kind: 'stale' });
    expect((await take(2)).body.kind).not.toBe('stale');
    const plan = { subject: 'power-cut', plannedFor: '2026-03-03T01:00:00.000Z', toDo: ['call the hall'] };
    const { drillId } = (await post(`${OPERATIONS}/drills`, plan)).body;
    const start = await post(`${OPERATIONS}/drills/${drillId}/commands/start`, { seenVersion: 1 });
    expect(start).toMatchObject({ status: 200 });
  });

  test('[7.1.2] a critical finding open past its limit shows; taken and mended it is off the list, with who and why', async () => {
    const operating = makeOperating();
    const { world, get, post } = operating;
    await found(operating);
    expect((await get(`${OPERATIONS}/findings`)).body.items[0]).toMatchObject({ overdue: false });
    world.now = '2026-03-06T00:00:00.000Z';
    expect((await get(`${OPERATIONS}/findings`)).body.items[0]).toMatchObject({
      overdue: true,
      card: { severity: 'critical', limit: '2026-03-05T01:00:00.000Z' },
    });
    const finding = `${OPERATIONS}/findings/f1`;
    await post(`${finding}/commands/take`, { seenVersion: 1 });
    expect(await post(`${finding}/commands/mend`, { seenVersion: 2, reason: 'x' })).toMatchObject({
      status: 422,
    });
    await post(`${finding}/commands/mend`, { seenVersion: 2, reason: 'updated left-pad' });
    expect((await get(`${OPERATIONS}/findings`)).body.items).toEqual([]);
    expect((await get(finding)).body).toMatchObject({
      overdue: false,
      state: { status: 'mended', owner: 'person-reviewer', reason: 'updated left-pad' },
    });
    expect((await get(`${OPERATIONS}/findings/none`)).status).toBe(404);
  });
});

describe('who may', () => {
  test.each([
    ['reviewer', 403, 403],
    ['auditor', 200, 403],
    ['supervisor', 200, 422],
    ['administrator', 200, 422],
  ] as const)('a %s sees registers: %i, and acts: %i', async (role, sees, acts) => {
    const { get, post } = makeOperating([role]);
    for (const page of ['drills', 'findings', 'backups', 'figures'])
      expect((await get(`${OPERATIONS}/${page}`)).status).toBe(sees);
    expect((await post(`${OPERATIONS}/drills/x/commands/nothing`, { seenVersion: 0 })).status).toBe(acts);
    expect((await get(`${OPERATIONS}/health`)).status).toBe(200);
  });
});
