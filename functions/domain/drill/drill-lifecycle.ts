import { OPERATIONS_HALL } from '../operations/queues.ts';
import type { FollowUp } from '../record/version.ts';
import { accept, refuse, type Verdict } from '../refusal.ts';
import type { NextDrill } from './drill.ts';
import type { DrillCommand, DrillState, FinishedDrill } from './drill-state.ts';

type Status = DrillState['status'];
type Type = DrillCommand['type'];

/** In which statuses a command may be given; `none`: the drill does not exist yet. */
export const DRILL_LIFECYCLE: Readonly<Record<Type, readonly (Status | 'none')[]>> = {
  plan: ['none'],
  'put-off': ['planned'],
  start: ['planned'],
  tick: ['running'],
  'note-finding': ['running'],
  finish: ['running'],
  file: ['none', 'planned'],
};

const MOST_STEPS = 50;

/** Judges a command on a drill; refuses what the table does not list for its status. */
export function judgeDrill(
  before: DrillState | undefined,
  command: DrillCommand,
  now: string,
): Verdict<NextDrill> {
  if (!DRILL_LIFECYCLE[command.type].includes(before?.status ?? 'none'))
    return refuse('drill-not-so-far', { status: before?.status ?? 'none' });
  if (command.type === 'file') return file(before, command);
  switch (before?.status) {
    case undefined:
      return command.type === 'plan' ? plan(command) : refuse('not-found');
    case 'planned':
      return judgePlanned(before, command, now);
    case 'running':
      return judgeRunning(before, command, now);
    case 'finished':
      return refuse('drill-not-so-far', { status: before.status });
  }
}

function plan({ subject, plannedFor, toDo }: Extract<DrillCommand, { type: 'plan' }>): Verdict<NextDrill> {
  if (toDo.length === 0 || toDo.length > MOST_STEPS || new Set(toDo).size < toDo.length)
    return refuse('drill-steps-unclear');
  return next('planned', { status: 'planned', subject, plannedFor, toDo: [...toDo] });
}

function judgePlanned(
  { subject, plannedFor, toDo }: Extract<DrillState, { status: 'planned' }>,
  command: DrillCommand,
  now: string,
): Verdict<NextDrill> {
  if (command.type === 'put-off')
    return next(
      'put-off',
      { status: 'planned', subject, plannedFor: command.plannedFor, toDo },
      {
        reason: command.reason,
        from: plannedFor,
      },
    );
  return next('started', {
    status: 'running',
    subject,
    plannedFor,
    startedAt: now,
    toDo,
    steps: [],
    findings: [],
  });
}

/** A step begins where the one before it ended; a verdict needs every step ticked and must bear them out. */
function judgeRunning(
  before: Extract<DrillState, { status: 'running' }>,
  command: DrillCommand,
  now: string,
): Verdict<NextDrill> {
  const { toDo, steps, findings, ...begun } = before;
  if (command.type === 'tick') {
    const { name, ok, note } = command;
    if (!toDo.includes(name)) return refuse('drill-step-not-open', { name });
    const startedAt = steps.at(-1)?.endedAt ?? before.startedAt;
    const ticked = { name, startedAt, endedAt: now, ok, ...(note !== undefined && { note }) };
    return next('ticked', {
      ...before,
      toDo: toDo.filter((one) => one !== name),
      steps: [...steps, ticked],
    });
  }
  if (command.type === 'note-finding') {
    const { what, severity } = command;
    return next('finding-noted', { ...before, findings: [...findings, { what, severity }] });
  }
  if (command.type !== 'finish') return refuse('drill-not-so-far', { status: before.status });
  if (toDo.length > 0) return refuse('drill-steps-open');
  return finish({ ...begun, steps, findings, figures: {}, endedAt: now, verdict: command.verdict });
}

function file(
  before: DrillState | undefined,
  { type: _type, ...filed }: Extract<DrillCommand, { type: 'file' }>,
): Verdict<NextDrill> {
  if (before !== undefined && before.subject !== filed.subject)
    return refuse('drill-of-other-subject', { subject: before.subject });
  const { plannedFor } = before?.status === 'planned' ? before : {};
  return finish({ ...filed, ...(plannedFor !== undefined && { plannedFor }) });
}

function finish(drill: FinishedDrill & { readonly plannedFor?: string }): Verdict<NextDrill> {
  if (drill.endedAt < drill.startedAt) return refuse('drill-ends-before-it-begins');
  if (drill.verdict === 'passed' && drill.steps.some(({ ok }) => !ok)) return refuse('drill-step-failed');
  const state: DrillState = {
    ...drill,
    status: 'finished',
    steps: [...drill.steps],
    figures: { ...drill.figures },
    findings: [...drill.findings],
  };
  return next('finished', state, {}, tasksOf(drill));
}

/** What a drill found becomes a task with a limit: a finding of the register, named by the drill and its place there. */
function tasksOf({ subject, startedAt, findings }: FinishedDrill): readonly FollowUp[] {
  const where = `${subject}-${startedAt.replaceAll(/\D/gu, '').slice(0, 14)}`;
  return findings.map(({ what, severity }, n) => ({
    to: { kind: 'finding', id: `drill-${where}-${n + 1}` },
    command: { type: 'report', source: 'drill', what, where, severity },
  }));
}

function next(
  type: string,
  state: DrillState,
  facts: Readonly<Record<string, string>> = {},
  followUps: readonly FollowUp[] = [],
) {
  return accept<NextDrill>({
    hall: OPERATIONS_HALL,
    personal: null,
    event: { type, ...facts },
    state,
    followUps,
  });
}
