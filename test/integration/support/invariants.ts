import { expect } from 'vitest';
import { breaches } from '../../support/invariants.ts';
import { cloud } from './cloud.ts';
import { eventually } from './connect.ts';

/** The table comes to rest without a breach; what is still on its way is given a little time. */
export async function expectAtRest(): Promise<void> {
  let last: readonly string[] = [];
  await eventually(
    'the table to come to rest',
    async () => {
      last = breaches(await cloud.dump(cloud.output('RecordsTableName')));
      return last.length === 0 ? true : undefined;
    },
    30,
  ).catch(() => {});
  expect(last).toEqual([]);
}
