import * as z from 'zod/mini';
import { newestFirst, OPERATIONS_HALL } from '../operations/queues.ts';
import { SEVERITIES } from '../operations/severity.ts';
import type { DueEffectOf, NextOf, RecordDefinition, RecordTypes } from '../record/definition.ts';
import type { Head } from '../record/head.ts';
import { accept, refuse, type Verdict } from '../refusal.ts';
import { FINDING_LIMITS } from './finding-limits.ts';
import { type FindingState, findingState } from './finding-state.ts';

const DAY = 86_400_000;

const report = z.object({
  type: z.literal('report'),
  /** What looked: `dependencies`, `templates`, `permissions`, `drill`. */
  source: z.string(),
  what: z.string(),
  where: z.string(),
  severity: z.enum(SEVERITIES),
});
type FindingReport = z.infer<typeof report>;

const event = z.looseObject({ type: z.string() });
type FindingEvent = z.infer<typeof event>;

export type FindingCommand =
  | FindingReport
  | { readonly type: 'take'; readonly owner: string }
  | { readonly type: 'mend'; readonly reason: string }
  | { readonly type: 'accept'; readonly reason: string; readonly until: string }
  /** Nothing accepts it: what is due is performed before any command. */
  | { readonly type: 'perform-due' };

export interface FindingTypes extends RecordTypes {
  readonly state: FindingState;
  readonly personal: null;
  readonly event: FindingEvent;
  readonly command: FindingCommand;
  readonly reference: undefined;
}

/**
 * What a scan or a drill found: with a severity, a day by which it is mended, and an owner. Seen again after it was
 * mended it is open again; a risk is accepted with a reason and until a day. [7.1.2]
 */
export const findingDefinition: RecordDefinition<FindingTypes> = {
  kind: 'finding',
  schemaVersion: 1,
  schema: { state: findingState, personal: z.null(), event },
  judge: (current, { command, now }) => judgeFinding(current?.state, command, now),
  nextDueEffect: acceptanceEnds,
  headOf: ({ state: found }) => headOfFinding(found),
  commuting: new Set<FindingCommand['type']>(['report']),
};

/** A report as another record's follow-up carries it; throws on what is none. */
export function readFindingReport(command: unknown): FindingReport {
  return report.parse(command);
}

function judgeFinding(
  before: FindingState | undefined,
  command: FindingCommand,
  now: string,
): Verdict<NextOf<FindingTypes>> {
  if (command.type === 'report') return reported(before, command, now);
  if (before === undefined) return refuse('not-found');
  switch (command.type) {
    case 'take':
      return before.status === 'open'
        ? next('taken', { ...before, owner: command.owner })
        : refuse('finding-settled');
    case 'mend':
      return before.status === 'mended'
        ? refuse('finding-settled')
        : next('mended', settled(before, { status: 'mended', reason: command.reason, settledAt: now }));
    case 'accept': {
      if (before.status !== 'open') return refuse('finding-settled');
      const { reason, until: acceptedUntil } = command;
      const most = later(now, FINDING_LIMITS[before.severity].mostAcceptedDays);
      if (acceptedUntil <= now || acceptedUntil > most) return refuse('finding-accepted-too-long');
      const changed = { status: 'accepted', reason, settledAt: now, acceptedUntil } as const;
      return next('accepted', settled(before, changed), acceptedUntil);
    }
    case 'perform-due':
      return refuse('not-due');
  }
}

function reported(
  before: FindingState | undefined,
  { type: _type, ...found }: FindingReport,
  now: string,
): Verdict<NextOf<FindingTypes>> {
  if (before === undefined || before.status === 'mended') {
    const owner = before?.owner ?? null;
    return next(before === undefined ? 'found' : 'found-again', { ...opened(found, now), owner });
  }
  const changed = { ...before, severity: found.severity, seenAt: now };
  const graver = SEVERITIES.indexOf(found.severity) < SEVERITIES.indexOf(before.severity);
  if (!graver) return next('seen-again', changed, before.acceptedUntil);
  // Graver than thought: what was accepted was another risk.
  return next('graver', { ...opened(found, now), foundAt: before.foundAt, owner: before.owner });
}

function opened(found: Omit<FindingReport, 'type'>, now: string): FindingState {
  const { days, basis } = FINDING_LIMITS[found.severity];
  return {
    ...{ status: 'open', ...found, foundAt: now, seenAt: now, limit: later(now, days), basis, owner: null },
  };
}

function settled(before: FindingState, change: Partial<FindingState>): FindingState {
  const { acceptedUntil: _over, ...rest } = before;
  return { ...rest, ...change };
}

/** An accepted risk is open again on the day it was accepted until, and due at once. */
function acceptanceEnds(
  { state: before }: { readonly state: FindingState },
  now: string,
): DueEffectOf<FindingTypes> | undefined {
  const { status, acceptedUntil } = before;
  if (status !== 'accepted' || acceptedUntil === undefined || acceptedUntil > now) return undefined;
  const open = settled(before, { status: 'open', limit: acceptedUntil });
  return {
    effect: 'acceptance-ends',
    dueAt: acceptedUntil,
    next: { hall: OPERATIONS_HALL, personal: null, event: { type: 'acceptance-ended' }, state: open },
  };
}

function headOfFinding(found: FindingState): Head {
  const { status, source, what, where, severity, foundAt, limit, owner, settledAt = foundAt } = found;
  const open = status === 'open';
  return {
    card: { status, source, what, where, severity, foundAt, limit, owner },
    queue: {
      hall: OPERATIONS_HALL,
      queue: open ? 'findings-open' : 'findings-settled',
      sort: open ? limit : newestFirst(settledAt),
    },
    ...(found.acceptedUntil !== undefined && { nextDueAt: found.acceptedUntil }),
  };
}

function next(type: string, after: FindingState, nextDueAt?: string): Verdict<NextOf<FindingTypes>> {
  return accept({
    hall: OPERATIONS_HALL,
    personal: null,
    event: { type },
    state: after,
    ...(nextDueAt !== undefined && { nextDueAt }),
  });
}

function later(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY).toISOString();
}
