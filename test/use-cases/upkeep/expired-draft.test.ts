import { describe, expect, test } from 'vitest';
import { caseDefinition } from '../../../functions/domain/case/case.ts';
import { openDraftCopy } from '../../../functions/use-cases/cases/submission.ts';
import { loadRecord } from '../../../functions/use-cases/record/load-record.ts';
import { performDue } from '../../../functions/use-cases/upkeep/perform-due.ts';
import { settlePeople } from '../../support/api/people.ts';
import { operationNamed } from '../../support/api/scenes.ts';
import { makeWorld } from '../../support/api/world.ts';
import { holdsHowever } from '../../support/crashes.ts';
import type { FaultPlan } from '../../support/fakes/faults.ts';
import { bringTo, type CaseStory } from '../../support/given/case-story.ts';
import { makeWorkshop } from '../../support/workshop.ts';

const CASE = { kind: 'case', id: 'c1' } as const;
const EXPIRED = '2026-04-01T01:02:01Z';

/** A draft with something typed into it, which nobody hands in. */
async function givenDraft(): Promise<CaseStory> {
  const story = await bringTo('draft');
  const key = (await loadRecord(story.kernel, caseDefinition, 'c1'))?.key ?? expect.fail();
  const sealed = key.seal({ part: 'draft', revision: 1 }, JSON.stringify({ name: '王小明' }));
  await story.store.keepDraft(CASE, { revision: 1, savedAt: story.now(), sealed });
  return story;
}

async function typedIn({ kernel, store }: CaseStory): Promise<object | undefined> {
  const loaded = await loadRecord(kernel, caseDefinition, 'c1');
  return (await openDraftCopy(store, 'c1', loaded?.key))?.answers;
}

describe('a draft whose day has passed', () => {
  test('[7.1.2] loses what was typed, and a late autosave finds itself behind', async () => {
    const story = await givenDraft();
    await performDue(makeWorkshop({}, story), CASE, '2026-03-31T01:00:00Z');
    expect(await typedIn(story)).toEqual({ name: '王小明' });
    await performDue(makeWorkshop({}, story), CASE, EXPIRED);
    expect(await typedIn(story)).toEqual({});
    const late = { revision: 2, savedAt: EXPIRED, sealed: new Uint8Array() };
    expect(await story.store.keepDraft(CASE, late)).toBe(false);
  });

  test('shows nothing of it either, before the sweep has come; whoever tries to hand it in has it emptied', async () => {
    const story = await givenDraft();
    const world = makeWorld(story);
    await settlePeople(world);
    story.at(EXPIRED);
    const token = { of: 'customers', subject: 'the applicant' } as const;
    const read = await world.call(operationNamed('readOwnCase'), { params: { caseId: 'c1' }, token });
    expect(read.body.draft).toEqual({ revision: 0, answers: {} });
    const submit = { params: { caseId: 'c1', command: 'submit' }, body: { seenVersion: 1, revision: 1 } };
    const given = await world.call(operationNamed('giveOwnCommand'), { ...submit, token, key: 'key-00001' });
    expect(given.body.kind).toBe('draft-expired');
    expect(await typedIn(story)).toEqual({});
  });

  test('[7.1.2] is emptied by whichever command comes first: nothing is due on it afterwards', async () => {
    const story = await givenDraft();
    const world = makeWorld(story);
    await settlePeople(world);
    story.at(EXPIRED);
    const token = { of: 'customers', subject: 'the applicant' } as const;
    const params = { caseId: 'c1', fileId: 'file-1' };
    await world.call(operationNamed('removeUpload'), { params, token, key: 'key-00001' });
    expect(await typedIn(story)).toEqual({});
  });
});

const setup = async (plan: FaultPlan) => makeWorkshop(plan, await givenDraft());

holdsHowever('perform-due of a draft', {
  given: setup,
  run: (workshop) => performDue(workshop, CASE, EXPIRED),
  redrive: (workshop) => performDue(workshop, CASE, EXPIRED),
  outcome: async ({ story }) => typedIn(story),
});
