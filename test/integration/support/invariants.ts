import { expect } from 'vitest';
import { breaches } from '../../support/invariants.ts';
import { cloud } from './cloud.ts';
import { eventually } from './connect.ts';

/**
 * The table comes to rest without a breach. What a killed worker held comes back to its queue after six times the
 * consumer's time limit, so the wait is long; at rest it ends at once.
 */
export async function expectAtRest(forSeconds = 240): Promise<void> {
  let last: readonly string[] = [];
  await eventually(
    'the table to come to rest',
    async () => {
      last = breaches(await cloud.dump(cloud.output('RecordsTableName')));
      return last.length === 0 ? true : undefined;
    },
    forSeconds,
  ).catch(() => {});
  expect(last).toEqual([]);
}
