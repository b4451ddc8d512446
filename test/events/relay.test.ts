import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import { makeRelayHandler } from '../../functions/events/relay/handler.ts';
import { bringTo } from '../support/given/case-story.ts';
import { makeWorkshop, type Workshop } from '../support/workshop.ts';

/** What the table's stream brings: new images of versions, by their keys. */
function stream(...ids: readonly string[]): DynamoDBStreamEvent {
  return {
    Records: ids.map((id) => ({
      eventName: 'INSERT',
      dynamodb: { NewImage: { kind: { S: 'case' }, id: { S: id } } },
    })),
  };
}

async function setup() {
  const workshop = makeWorkshop({}, await bringTo('submitted'));
  workshop.story.store.records.set('case/c2', workshop.story.store.records.get('case/c1') ?? []);
  return workshop;
}

const relayingOf = (workshop: Workshop, epoch = 1) => ({
  ...workshop,
  eras: { era: async () => ({ epoch, closed: false }) },
});

function failingFor(workshop: Workshop, id: string) {
  const putHead = vi.fn((head: Parameters<Workshop['store']['putHead']>[0]) =>
    head.id === id ? Promise.reject(new RangeError('王小明')) : workshop.story.store.putHead(head),
  );
  const versionsAfter = workshop.story.store.versionsAfter.bind(workshop.story.store);
  // No head stands: the relay has to put it.
  return { putHead, versionsAfter, headPosition: async () => undefined };
}

describe('the relay', () => {
  test('relays each record once, however often and in whatever order its versions come', async () => {
    const workshop = await setup();
    await makeRelayHandler(relayingOf(workshop))(stream('c2', 'c1', 'c1', 'c2'));
    expect([...workshop.relayStore.upTo.keys()].toSorted()).toEqual(['case/c1', 'case/c2']);
    const ids = workshop.events.map(({ detail }) => detail.eventId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('[R4] a poison record is tried three times, parked by key and reason with a ring, and the rest goes on', async () => {
    const workshop = await setup();
    const store = failingFor(workshop, 'c1');
    await makeRelayHandler({ ...relayingOf(workshop), store })(stream('c1', 'c2'));
    expect(store.putHead.mock.calls.filter(([head]) => head.id === 'c1')).toHaveLength(3);
    const ref = { kind: 'case', id: 'c1' };
    expect(await workshop.relayStore.parked()).toMatchObject([{ ref, why: 'RangeError' }]);
    expect(workshop.rung).toEqual([{ ...ref, why: 'RangeError' }]);
    expect([...workshop.relayStore.upTo.keys()]).toEqual(['case/c2']);
  });

  test('throws only when even the parking fails, so that the stream brings it again', async () => {
    const workshop = await setup();
    const parked = { tellParked: () => Promise.reject(new Error('no queue')) };
    const relay = makeRelayHandler({ ...relayingOf(workshop), store: failingFor(workshop, 'c1'), parked });
    await expect(relay(stream('c1'))).rejects.toThrow('no queue');
  });

  test('what is no version of ours is passed over', async () => {
    const workshop = await setup();
    const strange = { Records: [{ dynamodb: { NewImage: { pk: { S: 'x' } } } }, { dynamodb: {} }, {}] };
    await makeRelayHandler(relayingOf(workshop))(strange);
    expect(workshop.events).toEqual([]);
  });
});
