import { describe, expect, test } from 'vitest';
import { makePerformDueHandler } from '../../functions/events/perform-due/handler.ts';
import { bringTo } from '../support/given/case-story.ts';
import { receivedTimes } from '../support/given/queue-event.ts';
import { makeWorkshop } from '../support/workshop.ts';

const ref = { kind: 'case', id: 'c1' };

async function setup() {
  const workshop = makeWorkshop({}, await bringTo('awaiting-supplement'));
  const failing = { ...workshop.references, forCommand: () => Promise.reject(new Error('no calendar')) };
  return { ...workshop, failing };
}

describe('performing what the sweep named', () => {
  test('a deadline that has passed takes effect', async () => {
    const workshop = await setup();
    const answer = await makePerformDueHandler(workshop)(receivedTimes(1, ref));
    expect(answer.batchItemFailures).toEqual([]);
    expect((await workshop.story.current()).state).toMatchObject({ outcome: 'lapsed' });
  });

  test('a record that fails goes back to the queue, twice', async () => {
    const workshop = await setup();
    const handler = makePerformDueHandler({ ...workshop, references: workshop.failing });
    expect((await handler(receivedTimes(2, ref))).batchItemFailures).toHaveLength(1);
    expect(workshop.rung).toEqual([]);
  });

  test('[R4] the third time it is parked with a ring, and its message is done', async () => {
    const workshop = await setup();
    const handler = makePerformDueHandler({ ...workshop, references: workshop.failing });
    expect((await handler(receivedTimes(3, ref))).batchItemFailures).toEqual([]);
    expect(await workshop.relayStore.parked()).toMatchObject([{ ref, why: 'due-effect-fails' }]);
    expect(workshop.rung).toEqual([{ ...ref, why: 'due-effect-fails' }]);
  });

  test('what is no record is refused', async () => {
    const answer = await makePerformDueHandler(await setup())(receivedTimes(1, { kind: 'cake', id: 'c1' }));
    expect(answer.batchItemFailures).toHaveLength(1);
  });
});
