import * as z from 'zod/mini';
import { drillState } from '../../domain/drill/drill-state.ts';
import { findingState } from '../../domain/finding/finding-state.ts';
import { defineOperation, TAKES_NOTHING } from '../define-operation.ts';
import { card, commandBody, id, paged, versionAnswer } from './shared.ts';

const since = z.exactOptional(z.string());
export const listed = z.object({ id: z.string(), version: z.int(), card, overdue: z.boolean() });
const staff = { ...TAKES_NOTHING, audience: 'staff' } as const;
const command = z.string().check(z.maxLength(40), z.regex(/^[a-z-]+$/));

export const listDrills = defineOperation({
  ...staff,
  operationId: 'listDrills',
  summary: 'The drill calendar: what is to be held by when, what is planned or running, what was held',
  method: 'GET',
  path: '/staff/operations/drills',
  query: paged,
  answer: z.object({
    calendar: z.array(
      z.object({
        subject: z.string(),
        everyDays: z.int(),
        basis: z.string(),
        lastHeldAt: since,
        lastVerdict: since,
        dueBy: since,
        overdue: z.boolean(),
      }),
    ),
    open: z.array(listed),
    held: z.array(listed),
    cursor: z.exactOptional(z.string()),
  }),
});

export const planDrill = defineOperation({
  ...staff,
  operationId: 'planDrill',
  summary: 'Plans a drill for a day, with its steps',
  method: 'POST',
  path: '/staff/operations/drills',
  body: z.strictObject({
    subject: z.string().check(z.maxLength(40)),
    plannedFor: z.string().check(z.maxLength(40)),
    toDo: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(50)),
  }),
  answer: z.object({ drillId: z.string(), version: z.int() }),
  status: 201,
  idempotent: true,
});

const ofDrill = z.strictObject({ drillId: id });
export const readDrill = defineOperation({
  ...staff,
  operationId: 'readDrill',
  summary: 'A drill with its steps, their times, what was found and the verdict',
  method: 'GET',
  path: '/staff/operations/drills/{drillId}',
  params: ofDrill,
  answer: z.object({ drillId: z.string(), version: z.int(), state: drillState }),
});

export const giveDrillCommand = defineOperation({
  ...staff,
  operationId: 'giveDrillCommand',
  summary: 'Puts off, starts, ticks a step of, or finishes a drill',
  method: 'POST',
  path: '/staff/operations/drills/{drillId}/commands/{command}',
  params: z.strictObject({ ...ofDrill.shape, command }),
  body: commandBody,
  answer: versionAnswer,
  idempotent: true,
});

export const listFindings = defineOperation({
  ...staff,
  operationId: 'listFindings',
  summary: 'The register of findings: open ones by their limit, or those settled, latest first',
  method: 'GET',
  path: '/staff/operations/findings',
  query: z.strictObject({ ...paged.shape, list: z.exactOptional(z.enum(['open', 'settled'])) }),
  answer: z.object({ items: z.array(listed), cursor: z.exactOptional(z.string()) }),
});

const ofFinding = z.strictObject({ findingId: id });
export const readFinding = defineOperation({
  ...staff,
  operationId: 'readFinding',
  summary: 'A finding with its limit, the law behind it, and how it was settled',
  method: 'GET',
  path: '/staff/operations/findings/{findingId}',
  params: ofFinding,
  answer: z.object({ findingId: z.string(), version: z.int(), state: findingState, overdue: z.boolean() }),
});

export const giveFindingCommand = defineOperation({
  ...staff,
  operationId: 'giveFindingCommand',
  summary: 'Takes a finding, says it is mended, or accepts the risk until a day',
  method: 'POST',
  path: '/staff/operations/findings/{findingId}/commands/{command}',
  params: z.strictObject({ ...ofFinding.shape, command }),
  body: commandBody,
  answer: versionAnswer,
  idempotent: true,
});

export const drills = [listDrills, planDrill, readDrill, giveDrillCommand];
export const findings = [listFindings, readFinding, giveFindingCommand];
