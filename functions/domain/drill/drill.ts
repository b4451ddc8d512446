import * as z from 'zod/mini';
import { newestFirst, OPERATIONS_HALL } from '../operations/queues.ts';
import type { NextOf, RecordDefinition, RecordTypes } from '../record/definition.ts';
import type { Head } from '../record/head.ts';
import { refuse } from '../refusal.ts';
import { judgeDrill } from './drill-lifecycle.ts';
import { type DrillCommand, type DrillState, drillState } from './drill-state.ts';

const event = z.looseObject({ type: z.string() });
export type DrillEvent = z.infer<typeof event>;

export interface DrillTypes extends RecordTypes {
  readonly state: DrillState;
  readonly personal: null;
  readonly event: DrillEvent;
  readonly command: DrillCommand;
  readonly reference: undefined;
}

export type NextDrill = NextOf<DrillTypes>;

/**
 * A drill: planned for a day, its steps ticked with their times, what was found, and a verdict. One that a command ran
 * is filed whole. Its text is about systems and procedures, never about a person: it stands in the clear. [8.2.1]
 */
export const drillDefinition: RecordDefinition<DrillTypes> = {
  kind: 'drill',
  schemaVersion: 1,
  schema: { state: drillState, personal: z.null(), event },
  judge: (current, { command, now }) => {
    if (current === undefined && command.type !== 'plan' && command.type !== 'file')
      return refuse('not-found');
    return judgeDrill(current?.state, command, now);
  },
  headOf: ({ state }) => headOfDrill(state),
};

function headOfDrill(state: DrillState): Head {
  const { status, subject } = state;
  switch (state.status) {
    case 'planned':
      return {
        card: { status, subject, plannedFor: state.plannedFor },
        queue: { hall: OPERATIONS_HALL, queue: 'drills-open', sort: state.plannedFor },
      };
    case 'running':
      return {
        card: { status, subject, plannedFor: state.plannedFor ?? null, startedAt: state.startedAt },
        queue: { hall: OPERATIONS_HALL, queue: 'drills-open', sort: state.startedAt },
      };
    case 'finished': {
      const { startedAt, endedAt, verdict, findings } = state;
      return {
        card: {
          status,
          subject,
          plannedFor: state.plannedFor ?? null,
          startedAt,
          endedAt,
          verdict,
          findings: findings.length,
        },
        queue: { hall: OPERATIONS_HALL, queue: 'drills-held', sort: newestFirst(endedAt) },
      };
    }
  }
}
