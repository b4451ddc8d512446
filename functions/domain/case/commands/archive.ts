import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';

/** The system files the papers: the manifest of what was filed is on the record by its hash. [6.2.1] */
export const archive = defineCommand({
  command: 'archive',
  from: ['closed'],
  to: ['archived'],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({ manifestSha256: z.string() }),
  decide: (current, { manifestSha256 }, { now }) => {
    const { fileBy: _filed, ...closed } = current.state;
    return acceptCase(
      current,
      { type: 'archived' },
      { ...closed, status: 'archived', archivedAt: now, manifestSha256 },
    );
  },
});
