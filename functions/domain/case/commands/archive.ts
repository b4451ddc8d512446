import * as z from 'zod/mini';
import { defineCommand } from '../define-command.ts';
import { acceptCase } from '../next-case.ts';
import { retainUntil } from '../retention.ts';

/** The system files the papers: the manifest of what was filed is on the record by its hash, and how long they are kept. [6.2.1] [6.3.2] */
export const archive = defineCommand({
  command: 'archive',
  from: ['closed'],
  to: ['archived'],
  by: { kind: 'system' },
  commutes: true,
  input: z.strictObject({ manifestSha256: z.string() }),
  decide: (current, { manifestSha256 }, { now, reference: { service, days } }) => {
    const { fileBy: _filed, ...closed } = current.state;
    return acceptCase(
      current,
      { type: 'archived' },
      {
        ...closed,
        status: 'archived',
        archivedAt: now,
        manifestSha256,
        retainUntil: retainUntil(service, closed.outcome, closed.closedAt, days.calendar.timeZone),
      },
    );
  },
});
