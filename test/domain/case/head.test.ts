import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { headOfCase } from '../../../functions/domain/case/head-of-case.ts';
import { maskName } from '../../../functions/domain/case/mask-name.ts';
import { STAGES, stageOf } from '../../../functions/domain/case/stage.ts';
import { CASE_STATUSES } from '../../../functions/domain/case/state.ts';
import { bringTo, customer, reviewer, system, upload } from '../../support/given/case-story.ts';

describe('the head of a case', () => {
  test.each([
    ['draft', undefined, undefined],
    ['submitted', 'intake', undefined],
    ['awaiting-supplement', undefined, undefined],
    ['in-review', 'review', reviewer.id],
    ['returned', 'intake', undefined],
    ['awaiting-correction', undefined, undefined],
    ['in-handling', undefined, undefined],
    ['result-ready', undefined, undefined],
    ['awaiting-collection', 'counter', undefined],
    ['closed', undefined, undefined],
    ['archived', 'retention', undefined],
  ] as const)('%s stands in the queue %s and on the desk of %s', async (status, queue, personId) => {
    const head = headOfCase(await (await bringTo(status)).current());
    expect(head.queue?.queue).toBe(queue);
    expect(head.assignedTo?.personId).toBe(personId);
    expect(head.belongsTo?.personId).toBe(customer.id);
  });

  test('shows names masked, and nothing else of a person', async () => {
    for (const status of CASE_STATUSES) {
      const head = headOfCase(await (await bringTo(status)).current());
      expect(JSON.stringify(head)).not.toMatch(/王小明|1101011990|13900000001|example\.org|長樂路|掃描/);
      if (status !== 'draft') expect(head.card.name).toBe('王*明');
    }
  });

  test('sorts by what is due first; an answered notice is not behind everything', async () => {
    const first = headOfCase(await (await bringTo('submitted')).current());
    expect(first.queue?.sort).toBe('2026-03-03T16:00:00Z#2026-03-02T01:00:00Z');
    const story = await bringTo('awaiting-supplement');
    story.at('2026-03-05T01:00:00Z');
    await upload(story, 'premises-lease');
    const again = await story.done(customer, { type: 'supplement', answers: {} });
    expect(headOfCase(again).queue?.sort).toBe('2026-03-06T16:00:00Z#2026-03-02T01:00:00Z');
  });

  test('[3.6.2] a case in handling stands in the queue of its open step, by the date of the step', async () => {
    const story = await bringTo('in-handling');
    const opened = headOfCase(await story.done(system, { type: 'open-step' }));
    expect(opened.queue).toMatchObject({ hall: 'hall-1', queue: 'approval' });
    expect(opened.card.dueAt).toBe('2026-03-02T16:00:00Z');
  });
});

test('every status has its stage, and each is of those the workflow knows', async () => {
  const stages = await Promise.all(
    CASE_STATUSES.map(async (status) => stageOf((await (await bringTo(status)).current()).state)),
  );
  expect(stages).toEqual([
    ...['none', 'intake', 'intake', 'review', 'review', 'review', 'open-step', 'result'],
    ...['collection', 'file', 'done'],
  ]);
  expect(STAGES).toEqual(expect.arrayContaining(stages));
});

test.prop([fc.string({ unit: 'grapheme', maxLength: 30 })])(
  'a masked name shows at most its ends',
  (name) => {
    const characters = [...name.trim()];
    const masked = [...maskName(name)];
    expect(masked).toContain('*');
    expect(masked.length).toBeLessThanOrEqual(3);
    if (characters.length > 0) expect(masked[0]).toBe(characters[0]);
    if (characters.length === 2) expect(masked).toHaveLength(2);
  },
);
