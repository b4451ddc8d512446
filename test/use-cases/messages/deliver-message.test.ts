import { describe, expect, test } from 'vitest';
import { NotDeliverable, NotTaken } from '../../../functions/ports/outgoing.ts';
import { relayRecord } from '../../../functions/use-cases/relay/relay-record.ts';
import { Crash } from '../../support/fakes/faults.ts';
import { bringTo } from '../../support/given/case-story.ts';
import { makeWorkshop } from '../../support/workshop.ts';
import { deliver, LATER, MUCH_LATER, report, type Scene, SOON, setup, toldOf } from './telling-scene.ts';

const broken = (error: Error) => ({
  sendMail: () => Promise.reject(error),
  sendSms: () => Promise.reject(error),
});

describe('delivering a message', () => {
  test('[3.7.1] sends it in the words of the version that asked for it, and notes the provider', async () => {
    const workshop = await setup();
    expect(await deliver(workshop, workshop.mailId)).toBe('sent');
    expect(workshop.outbox.mails[0]).toMatchObject({ to: 'wang@example.org', messageId: workshop.mailId });
    expect(workshop.outbox.mails[0]?.text.trimEnd().split('\n').at(-1)).toBe(`Ref: ${workshop.mailId}`);
    expect(workshop.relayStore.messages.get(workshop.mailId)).toMatchObject({
      status: 'sent',
      providerId: 'mail-1',
      resent: false,
    });
    expect(await toldOf(workshop)).toEqual([{ channel: 'mail', outcome: 'sent' }]);
  });

  test('[7.2.3] [R39] that the system read the case for it is on record before it is sent, and nothing is sent unread', async () => {
    const workshop = await setup();
    const unread = {
      ...workshop,
      access: { recordAccess: () => Promise.reject(new Error('throttled')) },
    };
    await expect(deliver(unread, workshop.mailId)).rejects.toThrow(NotTaken);
    expect(workshop.outbox.mails).toEqual([]);
    expect(await deliver(workshop, workshop.mailId)).toBe('sent');
    const { entries } = await workshop.story.store.accesses({ kind: 'case', id: 'c1' });
    const by = { kind: 'system', id: 'deliver-message' };
    expect(entries).toEqual([expect.objectContaining({ by, what: 'message' })]);
  });

  test('[R3] delivered twice, or twice at once, it is sent once', async () => {
    const workshop = await setup();
    await Promise.all([deliver(workshop, workshop.mailId), deliver(workshop, workshop.mailId)]);
    await deliver(workshop, workshop.mailId, SOON);
    expect(workshop.outbox.mails).toHaveLength(1);
  });

  test('an event before its item is kept goes back to the queue', async () => {
    await expect(deliver(await setup(), 'case-c1-999-m0')).rejects.toThrow('not kept yet');
  });

  test('what is no longer true is skipped; what the law demands is not', async () => {
    const workshop = makeWorkshop({}, await bringTo('closed'));
    await relayRecord(workshop, { kind: 'case', id: 'c1' });
    const named = (name: string) =>
      [...workshop.relayStore.messages.values()].find(({ message }) => message === name)?.messageId ?? '';
    expect(await deliver(workshop, named('receipt'))).toBe('skipped');
    expect(await deliver(workshop, named('acceptance'))).toBe('sent');
    expect(workshop.outbox.mails).toHaveLength(1);
  });
});

describe('when the provider does not take it', () => {
  test('[3.7.1] refused for good: it has failed, and the case knows', async () => {
    const workshop = await setup();
    const refused = { ...workshop, ...{ mail: broken(new NotDeliverable('MessageRejected')) } };
    expect(await deliver(refused, workshop.mailId)).toBe('failed');
    expect(await toldOf(workshop)).toEqual([{ channel: 'mail', outcome: 'failed' }]);
  });

  test('[3.7.1] every channel failed: a person is asked to call', async () => {
    const workshop = await setup();
    const refused = {
      ...workshop,
      mail: broken(new NotDeliverable('no')),
      sms: broken(new NotDeliverable('no')),
    };
    await deliver(refused, workshop.mailId);
    await deliver(refused, workshop.smsId);
    expect((await workshop.story.current()).state).toMatchObject({ status: 'result-ready', callOpen: true });
  });

  test('throttled: it goes back unsent, and the next try is no second sending', async () => {
    const workshop = await setup();
    const throttled = { ...workshop, mail: broken(new NotTaken('Throttling')) };
    await expect(deliver(throttled, workshop.mailId)).rejects.toThrow('Throttling');
    expect(await deliver(workshop, workshop.mailId, SOON)).toBe('sent');
    expect(workshop.relayStore.messages.get(workshop.mailId)).toMatchObject({
      status: 'sent',
      resent: false,
    });
  });

  test('a service that cannot be read sends nothing and blocks nothing', async () => {
    const workshop = await setup();
    const references = { ...workshop.references, ofCase: () => Promise.reject(new Error('no such service')) };
    await expect(deliver({ ...workshop, references }, workshop.mailId)).rejects.toThrow('not prepared');
    expect(workshop.relayStore.messages.get(workshop.mailId)?.status).toBe('pending');
  });
});

describe('[R7] died between "the provider took it" and noting that', () => {
  async function lost(channel: 'mail' | 'sms'): Promise<Scene> {
    const workshop = await setup({
      after: ({ method }) => {
        if (method === (channel === 'mail' ? 'sendMail' : 'sendSms')) throw new Crash('the function died');
      },
    });
    await expect(deliver(workshop, workshop[`${channel}Id`])).rejects.toThrow();
    return workshop;
  }

  test('the report settles it, and nothing is sent again', async () => {
    const workshop = await lost('mail');
    workshop.line.rest();
    await report(workshop, { messageId: workshop.mailId, providerId: 'mail-1', outcome: 'delivered' });
    await deliver(workshop, workshop.mailId, LATER);
    expect(workshop.outbox.mails).toHaveLength(1);
    expect((await workshop.story.current()).state.status).toBe('awaiting-collection');
  });

  test('within the lease nobody sends it again', async () => {
    const workshop = await lost('sms');
    workshop.line.rest();
    expect(await deliver(workshop, workshop.smsId, SOON)).toBe('not-ours');
    expect(workshop.outbox.texts).toHaveLength(1);
  });

  test('without a report it is sent once more after the lease, flagged', async () => {
    const workshop = await lost('sms');
    workshop.line.rest();
    expect(await deliver(workshop, workshop.smsId, LATER)).toBe('sent');
    expect(workshop.outbox.texts).toHaveLength(2);
    expect(workshop.relayStore.messages.get(workshop.smsId)).toMatchObject({ status: 'sent', resent: true });
  });

  test('lost a second time it counts as failed: never a third sending', async () => {
    const workshop = await lost('sms');
    await expect(deliver(workshop, workshop.smsId, LATER)).rejects.toThrow();
    workshop.line.rest();
    expect(await deliver(workshop, workshop.smsId, MUCH_LATER)).toBe('failed');
    expect(workshop.outbox.texts).toHaveLength(2);
    expect(await toldOf(workshop)).toEqual([{ channel: 'sms', outcome: 'failed' }]);
  });
});
