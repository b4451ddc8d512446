import { describe, expect, test } from 'vitest';
import { relayRecord } from '../../../functions/use-cases/relay/relay-record.ts';
import { holdsHowever } from '../../support/crashes.ts';
import { bringTo } from '../../support/given/case-story.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';
import { deliver, LATER, report, type Scene, setup, toldOf } from './telling-scene.ts';

describe('a delivery report', () => {
  test("is matched by our id, else by the provider's", async () => {
    const workshop = await setup();
    await deliver(workshop, workshop.mailId);
    await report(workshop, { providerId: 'mail-1', outcome: 'delivered' });
    expect(workshop.relayStore.messages.get(workshop.mailId)?.status).toBe('delivered');
    expect((await workshop.story.current()).state.status).toBe('awaiting-collection');
  });

  test('waits in its queue while its message is not known', async () => {
    await expect(report(await setup(), { providerId: 'mail-7', outcome: 'delivered' })).rejects.toThrow(
      'not known yet',
    );
  });

  test('[R3] twice, and after a failure: the first word stands', async () => {
    const workshop = await setup();
    await deliver(workshop, workshop.mailId);
    await report(workshop, { providerId: 'mail-1', outcome: 'failed' });
    await report(workshop, { providerId: 'mail-1', outcome: 'failed' });
    expect(await toldOf(workshop)).toEqual([{ channel: 'mail', outcome: 'failed' }]);
  });

  test('a failed notice of any other kind is on the record too', async () => {
    const workshop = makeWorkshop({}, await bringTo('in-review'));
    await relayRecord(workshop, { kind: 'case', id: 'c1' });
    const messageId = [...workshop.relayStore.messages.values()].find(
      ({ message }) => message === 'acceptance',
    )?.messageId;
    await deliver(workshop, messageId ?? '');
    await report(workshop, { providerId: 'mail-1', outcome: 'failed' });
    const { event } = await workshop.story.current();
    expect(event).toEqual({ type: 'message-failed', message: 'acceptance', channel: 'mail' });
  });
});

async function settled({ relayStore, outbox, story }: Workshop) {
  const { state } = await story.current();
  const items = [...relayStore.messages.values()].map(({ messageId, status }) => ({ messageId, status }));
  const doubled = [...relayStore.messages.values()].filter(({ resent }) => resent === true).length;
  return {
    items,
    unflagged: outbox.texts.length - doubled <= 1,
    told: 'told' in state ? state.told : state.status,
  };
}

holdsHowever('deliver-message', {
  given: setup,
  run: (workshop) => deliver(workshop, (workshop as Scene).smsId),
  redrive: (workshop) => deliver(workshop, (workshop as Scene).smsId, LATER),
  outcome: settled,
});

holdsHowever('delivery-report', {
  given: async (plan) => {
    const workshop = await setup(plan);
    await deliver(workshop, workshop.mailId);
    return workshop;
  },
  run: (workshop) => report(workshop, { providerId: 'mail-1', outcome: 'delivered' }),
  redrive: (workshop) => report(workshop, { providerId: 'mail-1', outcome: 'delivered' }),
  outcome: settled,
});
