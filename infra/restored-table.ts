import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The table that a stage goes on with after a restore; the one it was born with stays as it is, and is left. */
export interface RestoredTable {
  readonly name: string;
  readonly streamArn: string;
  /** Of its replica, where there is a second region. */
  readonly secondStreamArn?: string;
}

/**
 * Written by `npm run cut-over`, committed by whoever ran it: a deployment must not go back to the table that was left. A
 * rehearsal has a file of its own, or the next `npm start` would go over as well.
 */
export const RESTORED_TABLES =
  process.env.BANLI_RESTORED_TABLES ?? join(import.meta.dirname, 'restored-tables.json');

export function restoredTable(stage: string): RestoredTable | undefined {
  const tables: Readonly<Record<string, RestoredTable>> = JSON.parse(readFileSync(RESTORED_TABLES, 'utf8'));
  return tables[stage];
}
