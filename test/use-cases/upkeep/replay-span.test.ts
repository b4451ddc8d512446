import { expect, test } from 'vitest';
import { redriveCase, replaySpan } from '../../../functions/use-cases/upkeep/replay-span.ts';
import { journey } from '../../support/journey.ts';
import { makeWorkshop } from '../../support/workshop.ts';

const HOUR = { from: '2026-03-02T01:00:00Z', until: '2026-03-02T01:59:59Z' };

async function setup() {
  const { story } = await journey(makeWorkshop(), 'assigned');
  const workshop = makeWorkshop({}, story);
  return {
    workshop,
    replaying: {
      ...workshop,
      logShards: 1,
      workflow: { ...workshop, items: workshop.workflowItems },
    },
  };
}

test('a span of the log is made known again whole: every version, its messages and follow-ups, none of them twice as an item', async () => {
  const { workshop, replaying } = await setup();
  const all = [...workshop.story.store.records.values()].flat().length;
  expect(await replaySpan(replaying, HOUR)).toBe(all);
  const first = workshop.events.map(({ type }) => type);
  const messages = workshop.relayStore.messages.size;
  expect(first.filter((type) => type === 'version-written')).toHaveLength(all);
  expect(messages).toBeGreaterThan(0);
  await replaySpan(replaying, HOUR);
  expect(workshop.events.map(({ type }) => type)).toEqual([...first, ...first]);
  expect(workshop.relayStore.messages.size).toBe(messages);
});

test('one case is driven again: made known, and its workflow begun where nothing speaks for it', async () => {
  const { workshop, replaying } = await setup();
  workshop.workflowItems.items.clear();
  const done = await redriveCase(replaying, 'c1', '2026-03-02T01:30:00Z');
  expect(done.workflow).toBe('new-generation');
  expect(workshop.events.some(({ detail }) => detail.id === 'c1')).toBe(true);
});
