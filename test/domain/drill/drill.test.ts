import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { drillDefinition } from '../../../functions/domain/drill/drill.ts';
import { DRILL_LIFECYCLE } from '../../../functions/domain/drill/drill-lifecycle.ts';
import type { DrillCommand } from '../../../functions/domain/drill/drill-state.ts';
import { story } from '../../support/given/pure-record.ts';

const plan: Extract<DrillCommand, { type: 'plan' }> = {
  type: 'plan',
  subject: 'power-cut',
  plannedFor: '2026-04-01T01:00:00Z',
  toDo: ['call the hall', 'paper forms'],
};
const filed: Extract<DrillCommand, { type: 'file' }> = {
  type: 'file',
  subject: 'region',
  startedAt: '2026-03-02T01:00:00Z',
  endedAt: '2026-03-02T01:04:00Z',
  steps: [{ name: 'activate', startedAt: '2026-03-02T01:00:00Z', endedAt: '2026-03-02T01:01:00Z', ok: true }],
  figures: { carried: 50, lost: 0 },
  findings: [{ what: 'two files not replicated', severity: 'low' }],
  verdict: 'passed',
};

describe('a drill', () => {
  test('is planned, started, ticked step by step with its times, and ends with a verdict', () => {
    const drill = story(drillDefinition, undefined);
    expect(drillDefinition.headOf(drill.done(plan)).queue).toMatchObject({
      queue: 'drills-open',
      sort: '2026-04-01T01:00:00Z',
    });
    drill.at('2026-04-01T01:00:00Z');
    drill.done({ type: 'start' });
    drill.at('2026-04-01T01:05:00Z');
    drill.done({ type: 'tick', name: 'call the hall', ok: true });
    expect(drill.refusal({ type: 'finish', verdict: 'passed' })).toBe('drill-steps-open');
    expect(drill.refusal({ type: 'tick', name: 'call the hall', ok: true })).toBe('drill-step-not-open');
    drill.at('2026-04-01T01:20:00Z');
    drill.done({ type: 'tick', name: 'paper forms', ok: false, note: 'old forms in the drawer' });
    drill.done({ type: 'note-finding', what: 'forms of 2024 in drawer 3', severity: 'moderate' });
    expect(drill.refusal({ type: 'finish', verdict: 'passed' })).toBe('drill-step-failed');
    expect(drill.done({ type: 'finish', verdict: 'failed' }).state).toEqual({
      status: 'finished',
      subject: 'power-cut',
      plannedFor: '2026-04-01T01:00:00Z',
      startedAt: '2026-04-01T01:00:00Z',
      endedAt: '2026-04-01T01:20:00Z',
      steps: [
        {
          name: 'call the hall',
          startedAt: '2026-04-01T01:00:00Z',
          endedAt: '2026-04-01T01:05:00Z',
          ok: true,
        },
        {
          name: 'paper forms',
          startedAt: '2026-04-01T01:05:00Z',
          endedAt: '2026-04-01T01:20:00Z',
          ok: false,
          note: 'old forms in the drawer',
        },
      ],
      figures: {},
      findings: [{ what: 'forms of 2024 in drawer 3', severity: 'moderate' }],
      verdict: 'failed',
    });
  });

  test('that a command ran is filed whole, also onto the plan it was for', () => {
    expect(story(drillDefinition, undefined).done(filed).state).toMatchObject({
      status: 'finished',
      figures: { carried: 50, lost: 0 },
    });
    const planned = story(drillDefinition, undefined);
    planned.done({ ...plan, subject: 'region' });
    expect(planned.done(filed).state).toMatchObject({
      status: 'finished',
      plannedFor: '2026-04-01T01:00:00Z',
    });
    const other = story(drillDefinition, undefined);
    other.done(plan);
    expect(other.refusal(filed)).toBe('drill-of-other-subject');
  });

  test('that was put off keeps the day it was planned for, and the reason, on the record', () => {
    const drill = story(drillDefinition, undefined);
    drill.done(plan);
    const { event, state } = drill.done({
      type: 'put-off',
      plannedFor: '2026-05-01T01:00:00Z',
      reason: 'typhoon',
    });
    expect(event).toEqual({ type: 'put-off', reason: 'typhoon', from: '2026-04-01T01:00:00Z' });
    expect(state).toMatchObject({ plannedFor: '2026-05-01T01:00:00Z' });
  });

  test('makes a task of each thing it found', () => {
    const { followUps } = story(drillDefinition, undefined).done(filed);
    expect(followUps).toEqual([
      {
        to: { kind: 'finding', id: 'drill-region-20260302010000-1' },
        command: {
          type: 'report',
          source: 'drill',
          what: 'two files not replicated',
          where: 'region-20260302010000',
          severity: 'low',
        },
      },
    ]);
  });

  test('has not passed with a failed step, nor ended before it began', () => {
    const drill = story(drillDefinition, undefined);
    const [step] = filed.steps;
    expect(drill.refusal({ ...filed, steps: [{ ...step, ok: false } as never] })).toBe('drill-step-failed');
    expect(drill.refusal({ ...filed, endedAt: '2026-03-01T01:00:00Z' })).toBe('drill-ends-before-it-begins');
  });

  test('needs steps that can be told apart', () => {
    const drill = story(drillDefinition, undefined);
    expect(drill.refusal({ ...plan, toDo: [] })).toBe('drill-steps-unclear');
    expect(drill.refusal({ ...plan, toDo: ['a', 'a'] })).toBe('drill-steps-unclear');
  });

  test('begins the register with the latest that was held', () => {
    const sortOf = (endedAt: string) =>
      drillDefinition.headOf(story(drillDefinition, undefined).done({ ...filed, endedAt })).queue?.sort ?? '';
    expect(sortOf('2026-03-03T00:00:00Z') < sortOf('2026-03-02T02:00:00Z')).toBe(true);
  });
});

const commands = fc.constantFrom<DrillCommand>(
  plan,
  filed,
  { type: 'put-off', plannedFor: '2026-05-01T01:00:00Z', reason: 'typhoon' },
  { type: 'start' },
  { type: 'tick', name: 'call the hall', ok: true },
  { type: 'tick', name: 'paper forms', ok: true },
  { type: 'note-finding', what: 'x', severity: 'critical' },
  { type: 'finish', verdict: 'passed' },
);

test.prop([fc.array(commands, { maxLength: 15 })])(
  'no sequence of commands reaches a state outside the table',
  (given) => {
    const drill = story(drillDefinition, undefined);
    let status: 'none' | 'planned' | 'running' | 'finished' = 'none';
    for (const command of given) {
      const refused = drill.refusal(command);
      if (refused !== 'accepted') continue;
      expect(DRILL_LIFECYCLE[command.type]).toContain(status);
      const to = { plan: 'planned', 'put-off': 'planned', start: 'running', tick: 'running' } as const;
      status =
        command.type === 'file' || command.type === 'finish'
          ? 'finished'
          : command.type === 'note-finding'
            ? 'running'
            : to[command.type];
    }
  },
);
