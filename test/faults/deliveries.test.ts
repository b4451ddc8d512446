import { beforeAll, describe, expect, test } from 'vitest';
import { Gate } from '../support/interleave.ts';
import type { MemoryCloud } from '../support/memory-cloud/cloud.ts';
import { differences } from '../support/memory-cloud/disturb.ts';
import { mend, settle } from '../support/memory-cloud/moment.ts';
import { outcomeOf, wrongs } from '../support/memory-cloud/outcome.ts';
import { play } from '../support/memory-cloud/play.ts';
import { SCENES } from '../support/memory-cloud/scenes.ts';
import { Story } from '../support/memory-cloud/stories.ts';
import type { Recorded, Recorder } from '../support/memory-cloud/tape.ts';

const TOLD = [
  'from the draft to the archive, with every turn of the review',
  'one paper missing, then withdrawn',
  'declined, and nobody can be reached but by a call',
] as const;

let cloud: MemoryCloud;
let tape: Recorder;
let opened: () => void;

const seed = Number(process.env.BANLI_SEED ?? 1);
/** Ways for the calls of two to fall between each other. */
const LOTS = 6;
const sent = new Map<number, number>();
/** `npm run faults` takes them all. */
const every = process.env.BANLI_FAULTS === undefined ? 3 : 1;

beforeAll(async () => {
  ({ cloud, tape, opened } = await play(TOLD));
}, 120_000);

/** Without answers: another course asks by other numbers. */
const lasting = (outcome: readonly string[]) => outcome.filter((line) => !/^(request|once)-/.test(line));

describe('[R3] every record and message delivered twice, the newest first', () => {
  test.each(TOLD)('%s: the same', async (title) => {
    opened();
    cloud.works.upsideDown = true;
    await SCENES[title]?.(new Story(cloud, `person${TOLD.indexOf(title)}`), cloud);
    await mend(cloud);
    cloud.works.upsideDown = false;
    expect(lasting(outcomeOf(cloud))).toEqual(lasting(tape.endOf(title)));
    expect(wrongs(cloud)).toEqual([]);
  });
});

describe('[R16] the consumers, tasks and schedules of both regions at once', () => {
  const behind = ({ folder }: Recorded) => !folder.startsWith('api/') && !folder.includes('sign-in');

  test('do nothing twice, however their calls fall between each other', async () => {
    const failed: string[] = [];
    const runs = tape.recorded.filter(behind).filter((_one, n) => n % every === seed % every);
    for (const [n, one] of runs.entries()) {
      one.goBack();
      cloud.armTwice(one.folder, new Gate(seed + n));
      await settle(cloud);
      if (differences(cloud, one).length > 0) await mend(cloud);
      const different = differences(cloud, one);
      if (different.length > 0) failed.push([`${one.folder} ${one.about}`, ...different].join('\n  '));
    }
    expect(failed).toEqual([]);
    expect(runs.length).toBeGreaterThan(10);
  }, 600_000);

  test('send no message twice, flagged or not', async () => {
    const runs = tape.recorded.filter(({ folder }) => folder === 'events/deliver-message');
    const twice: string[] = [];
    for (const [n, one] of runs.entries()) {
      for (let lot = 0; lot < LOTS; lot += 1) {
        one.goBack();
        const before = cloud.mails.length + cloud.texts.length;
        cloud.armTwice(one.folder, new Gate(seed + n * LOTS + lot));
        await settle(cloud);
        const tags = cloud.mails.map(({ tag }) => tag);
        twice.push(...tags.filter((tag, at) => tags.indexOf(tag) !== at).map(String));
        if (lot === 0) sent.set(n, cloud.mails.length + cloud.texts.length - before);
        expect(cloud.mails.length + cloud.texts.length - before).toBe(sent.get(n));
      }
    }
    expect(twice).toEqual([]);
    expect(runs.length).toBeGreaterThan(2);
  }, 600_000);
});
