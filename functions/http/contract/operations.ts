import * as z from 'zod/mini';
import { PARTS } from '../../domain/health/health.ts';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { drills, findings, listed } from './registers.ts';

const since = z.exactOptional(z.string());
const staff = { ...TAKES_NOTHING, audience: 'staff' } as const;

export const readStatus = defineOperation({
  ...TAKES_NOTHING,
  operationId: 'readStatus',
  summary: 'Whether something is late or does not work now, and since when',
  audience: 'public',
  method: 'GET',
  path: '/public/status',
  answer: z.object({
    state: z.enum(['well', 'impaired', 'unknown']),
    late: z.array(z.object({ part: z.enum(PARTS), since })),
    asOf: z.string(),
  }),
});

export const readHealth = defineOperation({
  ...staff,
  operationId: 'readHealth',
  summary: 'Each part of the system with what rings there, what it means and what to do',
  method: 'GET',
  path: '/staff/operations/health',
  answer: z.object({
    state: z.enum(['well', 'impaired', 'unknown']),
    asOf: z.string(),
    parts: z.array(
      z.object({
        part: z.enum(PARTS),
        state: z.enum(['well', 'impaired']),
        since,
        ringing: z.array(
          z.object({ name: z.string(), since: z.string(), impact: z.string(), runbook: z.string() }),
        ),
      }),
    ),
  }),
});

const phases = z.object({
  draft: z.int(),
  intake: z.int(),
  review: z.int(),
  handling: z.int(),
  notification: z.int(),
  archive: z.int(),
});

export const readFigures = defineOperation({
  ...staff,
  operationId: 'readFigures',
  summary: 'Cases by phase now, and the last day by hour',
  method: 'GET',
  path: '/staff/operations/figures',
  answer: z.object({
    levels: z.exactOptional(phases),
    onTimeShare: z.exactOptional(z.number()),
    hours: z.array(
      z.object({
        hour: z.string(),
        submitted: z.int(),
        closed: z.int(),
        onTime: z.int(),
        late: z.int(),
      }),
    ),
  }),
});

export const readBackups = defineOperation({
  ...staff,
  operationId: 'readBackups',
  summary: 'Last backup, copy and restore test of each resource, against the promise',
  method: 'GET',
  path: '/staff/operations/backups',
  answer: z.object({
    /** This stage has nobody who makes backups: what was rehearsed is all there is. */
    made: z.boolean(),
    resources: z.array(
      z.object({
        resource: z.string(),
        lines: z.array(
          z.object({
            act: z.enum(['backup', 'copy', 'restore-test']),
            at: since,
            promisedHours: z.number(),
            state: z.enum(['kept', 'missed', 'failed']),
          }),
        ),
      }),
    ),
    rehearsals: z.array(listed),
  }),
});

export const status = [readStatus];
export const operations = [readHealth, readFigures, readBackups, ...drills, ...findings];
