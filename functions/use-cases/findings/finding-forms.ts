import * as z from 'zod/mini';
import type { FindingCommand } from '../../domain/finding/finding.ts';

const reason = z.string().check(z.minLength(5), z.maxLength(300));

const form = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('take') }),
  z.strictObject({ type: z.literal('mend'), reason }),
  z.strictObject({ type: z.literal('accept'), reason, until: z.iso.datetime() }),
]);

/** What a colleague does about a finding; whoever takes it owns it. */
export function readFindingForm(type: string, fields: object, personId: string): FindingCommand | undefined {
  const read = form.safeParse({ ...fields, type });
  if (!read.success) return undefined;
  return read.data.type === 'take' ? { type: 'take', owner: personId } : read.data;
}
