import { describe, expect, test } from 'vitest';
import { NotDeliverable } from '../../../functions/ports/outgoing.ts';
import { officer } from '../../support/given/case-story.ts';
import { journey, reportMails, settle } from '../../support/journey.ts';
import { makeWorkshop, type Workshop } from '../../support/workshop.ts';

const A_DAY_LATER = '2026-03-03T01:02:00Z';

function waitsIn({ machine }: Workshop): string | undefined {
  return machine.running()[0]?.state;
}

async function unreachable(): Promise<Workshop> {
  const workshop = makeWorkshop();
  workshop.outbox.mail.sendMail = () => Promise.reject(new NotDeliverable('MessageRejected'));
  workshop.outbox.sms.sendSms = () => Promise.reject(new NotDeliverable('OptedOut'));
  return journey(workshop, 'told');
}

describe('[3.7.1] telling the result', () => {
  test('waits on every channel the customer gave, and goes on when one has arrived', async () => {
    const workshop = await journey(makeWorkshop(), 'told');
    expect(waitsIn(workshop)).toBe('SendResult');
    await reportMails(workshop);
    expect(waitsIn(workshop)).toBe('WaitForCollection');
  });

  test('when every channel has failed, a colleague calls, and the case goes on once the customer is reached', async () => {
    const workshop = await unreachable();
    expect(waitsIn(workshop)).toBe('WaitForCall');
    await workshop.story.done(officer, { type: 'record-call', reached: 'no-answer' });
    await settle(workshop);
    expect(waitsIn(workshop)).toBe('WaitForCall');
    await workshop.story.done(officer, { type: 'record-call', reached: 'reached' });
    await settle(workshop);
    expect(waitsIn(workshop)).toBe('WaitForCollection');
  });

  test('no report of any kind: after a day a colleague calls', async () => {
    const workshop = await journey(makeWorkshop(), 'told');
    const [execution] = workshop.machine.running();
    workshop.story.at(A_DAY_LATER);
    if (execution) workshop.machine.timeOut(execution);
    await settle(workshop);
    expect(waitsIn(workshop)).toBe('WaitForCall');
    expect((await workshop.story.current()).state).toMatchObject({ callOpen: true });
  });

  test('a time-out before that day is over asks nobody to call', async () => {
    const workshop = await journey(makeWorkshop(), 'told');
    const [execution] = workshop.machine.running();
    if (execution) workshop.machine.timeOut(execution);
    await settle(workshop);
    expect(waitsIn(workshop)).toBe('SendResult');
    expect((await workshop.story.current()).state).toMatchObject({ callOpen: false });
    expect(workshop.outbox.mails.filter(({ subject }) => subject.includes('結果'))).toHaveLength(1);
  });
});
