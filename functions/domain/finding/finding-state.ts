import * as z from 'zod/mini';
import { SEVERITIES } from '../operations/severity.ts';

export const findingState = z.strictObject({
  status: z.enum(['open', 'mended', 'accepted']),
  source: z.string(),
  what: z.string(),
  where: z.string(),
  severity: z.enum(SEVERITIES),
  foundAt: z.string(),
  /** When a scan saw it last. */
  seenAt: z.string(),
  limit: z.string(),
  basis: z.string(),
  /** personId. */
  owner: z.nullable(z.string()),
  reason: z.exactOptional(z.string()),
  settledAt: z.exactOptional(z.string()),
  acceptedUntil: z.exactOptional(z.string()),
});
export type FindingState = z.infer<typeof findingState>;
