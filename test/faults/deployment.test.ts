import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseDefinition } from '../../functions/domain/case/case.ts';
import { caseMachine } from '../support/machine/definition.ts';
import type { MemoryCloud } from '../support/memory-cloud/cloud.ts';
import { openHall } from '../support/memory-cloud/hall.ts';
import { keepMoment, mend, settle, tick } from '../support/memory-cloud/moment.ts';
import { outcomeOf, wrongs } from '../support/memory-cloud/outcome.ts';
import { Story } from '../support/memory-cloud/stories.ts';

/** As if another definition of the machine had been deployed when anybody last looked. */
const SEEN_ANOTHER = {
  pk: { S: 'JOB#roll-over/seen' },
  sk: { S: 'checkpoint' },
  at: { S: 'another|2026-01-01T00:00:00Z' },
};

let cloud: MemoryCloud;
let back: () => void;
let undisturbed: readonly string[];
/** Three cases whose executions wait: at intake, in review, at a step. */
let stories: readonly Story[];

const HOUR_MS = 3_600_000;

beforeAll(async () => {
  cloud = await openHall();
  stories = ['intake', 'review', 'step'].map((name) => new Story(cloud, name));
  const [intake, review, step] = stories;
  await intake?.submit();
  await review?.submit();
  await review?.accept();
  await step?.submit();
  await step?.accept();
  await step?.sign();
  back = keepMoment(cloud);
  undisturbed = await goOn();
}, 120_000);

beforeEach(() => back());

/** Every case goes on to its end. */
async function goOn(isAccepted = false): Promise<readonly string[]> {
  const [intake, review, step] = stories;
  if (!isAccepted) await intake?.accept();
  await intake?.sign();
  await review?.sign();
  for (const story of [intake, review, step]) {
    await story?.make();
    await story?.by('counter', 'collect', { collector: 'applicant' });
  }
  expect(wrongs(cloud)).toEqual([]);
  return outcomeOf(cloud).filter((line) => !/^(request|once)-/.test(line));
}

/** The same work by other names: whoever runs it shows by which definition. */
function renamed() {
  const { States, ...machine } = caseMachine();
  const text = JSON.stringify({ ...machine, States });
  const names = Object.keys(States).toSorted((one, other) => other.length - one.length);
  return JSON.parse(names.reduce((all, name) => all.replaceAll(`"${name}"`, `"New${name}"`), text));
}

const isNew = (caseId: string) =>
  cloud.machine
    .running()
    .find((one) => one.caseId === caseId)
    ?.state.startsWith('New');

describe('[R42] a deployment over open cases', () => {
  test('that changes the machine: an old execution goes on by its own definition, with the new code', async () => {
    cloud.machine.deploy(renamed());
    await mend(cloud);
    expect(stories.map(({ caseId }) => isNew(caseId))).toEqual([false, false, false]);
    expect(await goOn()).toEqual(undisturbed);
  });

  test('that changes the machine: within two rounds every open execution is begun again by the new one, once', async () => {
    cloud.machine.deploy(renamed());
    cloud.records.PutItem({ Item: SEEN_ANOTHER });
    for (let round = 0; round < 4; round += 1) {
      cloud.wait(HOUR_MS / 2);
      tick(cloud);
      await settle(cloud);
    }
    expect(stories.map(({ caseId }) => isNew(caseId))).toEqual([true, true, true]);
    const begun = [...cloud.machine.executions.values()].map(({ name }) => name.replace(/^.*-/, ''));
    expect(begun.toSorted()).toEqual(['1', '1', '1', '2', '2', '2']);
    expect(await goOn()).toEqual(undisturbed);
  });

  test('half done: what new code has written, old code leaves alone, and new code finds and does', async () => {
    const { schemaVersion, upcasters } = caseDefinition;
    const isSame = (content: unknown) => content;
    const newCode = {
      schemaVersion: schemaVersion + 1,
      upcasters: { ...upcasters, [schemaVersion]: isSame },
    };
    const [intake] = stories;
    Object.assign(caseDefinition, newCode);
    cloud.works.held = true;
    await intake?.accept();
    // Stream and queues bring it to functions that were not replaced yet.
    Object.assign(caseDefinition, { schemaVersion, upcasters });
    cloud.works.held = false;
    await settle(cloud);
    Object.assign(caseDefinition, newCode);
    await mend(cloud);
    expect(await goOn(true)).toEqual(undisturbed);
    Object.assign(caseDefinition, { schemaVersion, upcasters });
  });
});
