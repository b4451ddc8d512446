import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { callsFileOf } from '../../../local/test-cloud.ts';

const recorded = z.object({
  /** Milliseconds since 1970. */
  at: z.int(),
  principal: z.string(),
  action: z.string(),
  resource: z.string(),
  region: z.string(),
  decision: z.enum(['Allow', 'Deny', 'ImplicitDeny']),
});

/** A call of a function's role: what it asked for, of what, and whether its policies allow it. */
export type RecordedCall = z.infer<typeof recorded>;

/** Every call of a role in this cloud since it was raised, in order. */
export async function recordedCalls(folder: string): Promise<readonly RecordedCall[]> {
  const lines = (await readFile(callsFileOf(folder), 'utf8')).split('\n');
  // The last line may be half written.
  return lines.slice(0, -1).map((line) => recorded.parse(JSON.parse(line)));
}
