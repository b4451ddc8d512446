import { beforeAll, expect, test } from 'vitest';
import type { MemoryCloud } from '../support/memory-cloud/cloud.ts';
import { disturb, everyDisturbance, nameOf } from '../support/memory-cloud/disturb.ts';
import { openHall } from '../support/memory-cloud/hall.ts';
import { Story } from '../support/memory-cloud/stories.ts';
import { Recorder } from '../support/memory-cloud/tape.ts';

/** Where a run can end, and what the client library does by itself. */
const KINDS = [
  'dies before it',
  'dies after it',
  'takes effect unheard, and is repeated by the client',
] as const;

let cloud: MemoryCloud;
let tape: Recorder;

beforeAll(async () => {
  cloud = await openHall();
  tape = new Recorder(cloud);
  await new Story(cloud, 'lin', tape).begin();
  cloud.began = () => {};
}, 60_000);

async function failuresOf(route: string): Promise<readonly string[]> {
  const recorded = tape.recorded.filter(({ about }) => about === route);
  const failures: string[] = [];
  for (const one of everyDisturbance(recorded, KINDS)) {
    const found = await disturb(cloud, one);
    if (found.length > 0) failures.push([nameOf(one), ...found].join('\n  '));
  }
  expect(recorded).not.toEqual([]);
  return failures;
}

test('[R1] [R2] at a first sign-in the person is made, wherever the run that linked the login died', async () => {
  expect(await failuresOf('POST /me/cases')).toEqual([]);
});

test('[R1] [R2] a draft whose answer was lost is kept when it is sent again, and nobody is told of another', async () => {
  expect(await failuresOf('PUT /me/cases/{caseId}/draft')).toEqual([]);
});
