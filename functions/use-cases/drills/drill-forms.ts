import * as z from 'zod/mini';
import type { DrillCommand } from '../../domain/drill/drill-state.ts';
import { SEVERITIES } from '../../domain/operations/severity.ts';

const instant = z.iso.datetime();
const line = z.string().check(z.minLength(2), z.maxLength(200));

/** The form of each command that a colleague may give on a drill; filing is for commands that ran one. */
const form = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plan'),
    subject: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/)),
    plannedFor: instant,
    toDo: z.array(line).check(z.minLength(1), z.maxLength(50)),
  }),
  z.strictObject({ type: z.literal('put-off'), plannedFor: instant, reason: line }),
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('tick'), name: line, ok: z.boolean(), note: z.exactOptional(line) }),
  z.strictObject({ type: z.literal('note-finding'), what: line, severity: z.enum(SEVERITIES) }),
  z.strictObject({ type: z.literal('finish'), verdict: z.enum(['passed', 'failed']) }),
]);

export function readDrillForm(type: string, fields: object): DrillCommand | undefined {
  const read = form.safeParse({ ...fields, type });
  return read.success ? read.data : undefined;
}
