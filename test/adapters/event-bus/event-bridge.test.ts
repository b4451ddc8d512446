import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from 'vitest';
import { EventBridgeBus } from '../../../functions/adapters/event-bus/event-bridge.ts';
import type { BusEvent } from '../../../functions/ports/event-bus.ts';
import { mockClient } from '../../support/mock-client.ts';

function setup() {
  const service = mockClient(EventBridgeClient);
  return { service, bus: new EventBridgeBus(new EventBridgeClient({ region: 'eu-west-1' }), 'banli-local') };
}

const events = (count: number): BusEvent[] =>
  Array.from({ length: count }, (_, n) => ({ type: 'version-written', detail: { eventId: `e${n}` } }));

test('takes ten at a time', async () => {
  const { service, bus } = setup();
  service.on(PutEventsCommand).resolves({ Entries: [] });
  expect(await bus.publish(events(23))).toEqual([]);
  expect(service.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries?.length)).toEqual([
    10, 10, 3,
  ]);
});

test('[R5] answers just the entries that were refused', async () => {
  const { service, bus } = setup();
  service
    .on(PutEventsCommand)
    .resolves({ Entries: [{ EventId: 'a' }, { ErrorCode: 'Throttled' }, { EventId: 'c' }] });
  expect(await bus.publish(events(3))).toEqual(events(3).slice(1, 2));
});

test('nothing to publish asks nobody', async () => {
  const { service, bus } = setup();
  expect(await bus.publish([])).toEqual([]);
  expect(service.calls()).toEqual([]);
});
