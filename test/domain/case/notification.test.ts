import { expect, test } from 'vitest';
import { caseDefinition } from '../../../functions/domain/case/case.ts';
import { givenAnswers } from '../../support/given/answers.ts';
import { bringTo, customer, issuer, makeCaseStory, system, upload } from '../../support/given/case-story.ts';

test('[3.7.1] the result goes out on mail and SMS; a failed mail leaves the SMS, both failed a call', async () => {
  const story = await bringTo('result-ready');
  const { messages } = await story.done(system, { type: 'tell-result' });
  expect(messages.map(({ channel }) => channel)).toEqual(['mail', 'sms']);
  await story.done(system, { type: 'record-delivery', channel: 'mail', outcome: 'failed' });
  const { state } = await story.done(system, {
    type: 'record-delivery',
    channel: 'sms',
    outcome: 'failed',
  });
  expect(state).toMatchObject({ status: 'result-ready', callOpen: true });
  await story.done(issuer, { type: 'record-call', reached: 'no-answer' });
  const called = await story.done(issuer, { type: 'record-call', reached: 'reached' });
  expect(called.state).toMatchObject({ status: 'awaiting-collection' });
});

test('[3.7.2] the certificate is not handed over on a typed identity, nor to a collector without a mandate', async () => {
  const story = await bringTo('awaiting-collection');
  expect(await story.refusal(issuer, { type: 'collect', collector: 'representative' })).toBe(
    'mandate-missing',
  );
  const { state } = await story.done(issuer, {
    type: 'collect',
    collector: 'representative',
    mandateSeen: true,
  });
  expect(state).toMatchObject({ status: 'closed', fileBy: '2026-03-16' });
  const typed = await bringTo('draft');
  await upload(typed, 'identity');
  await upload(typed, 'premises-lease');
  await typed.done(customer, { type: 'submit', revision: 1 });
  expect((await typed.current()).state).toMatchObject({ identityChecked: false });
});

test('[3.7.2] nobody is asked to come for a certificate that is posted to them', async () => {
  const answers = givenAnswers({ delivery: 'mail', mailAddress: '示例市東湖區長樂路 8 號' });
  const story = await bringTo('result-ready', makeCaseStory(), answers);
  const told = async () =>
    story.done(system, { type: 'record-delivery', channel: 'mail', outcome: 'delivered' });
  expect((await told()).messages).toEqual([]);
  expect(await story.refusal(issuer, { type: 'mail', postingNumber: 'EMS-0001' })).toBe('accepted');
});

test('[3.7.1] a second telling, when nothing has arrived, is a call', async () => {
  const story = await bringTo('result-ready');
  await story.done(system, { type: 'tell-result' });
  const again = await story.done(system, { type: 'tell-result' });
  expect(again.messages).toEqual([]);
  expect(again.state).toMatchObject({ callOpen: true });
  expect(await story.refusal(system, { type: 'tell-result' })).toBe('call-already-open');
});

test('[3.7.1] one failed channel is no call yet, and an SMS that was only sent leaves the mail its time', async () => {
  const story = await bringTo('result-ready');
  await story.done(system, { type: 'tell-result' });
  const sent = await story.done(system, { type: 'record-delivery', channel: 'sms', outcome: 'sent' });
  expect(sent.state).toMatchObject({ status: 'result-ready', callOpen: false });
  const failed = await bringTo('result-ready');
  const mail = await failed.done(system, { type: 'record-delivery', channel: 'mail', outcome: 'failed' });
  expect(mail.state).toMatchObject({ status: 'result-ready', callOpen: false });
  const bounced = await story.done(system, { type: 'record-delivery', channel: 'mail', outcome: 'failed' });
  expect(bounced.state).toMatchObject({ status: 'awaiting-collection' });
});

test('[3.7.1] a bounce that was reported before the sending was noted stays a bounce', async () => {
  const story = await bringTo('result-ready');
  await story.done(system, { type: 'tell-result' });
  await story.done(system, { type: 'record-delivery', channel: 'mail', outcome: 'failed' });
  const noted = { type: 'record-delivery', channel: 'mail', outcome: 'sent' };
  expect(await story.refusal(system, noted)).toBe('already-there');
  const { state } = await story.done(system, { type: 'record-delivery', channel: 'sms', outcome: 'failed' });
  expect(state).toMatchObject({ status: 'result-ready', callOpen: true });
});

test('[3.7.2] the certificate is kept at the counter for the days that the service says', async () => {
  const { state } = await (await bringTo('awaiting-collection')).current();
  expect(state).toMatchObject({ keepUntil: '2026-04-01' });
});

test('[2.1.2] [R28] a certificate is neither handed over nor posted on an identity that was only typed', async () => {
  const answers = givenAnswers({ delivery: 'mail', mailAddress: '示例市東湖區長樂路 8 號' });
  const story = await bringTo('awaiting-collection', makeCaseStory(), answers);
  const current = await story.current();
  if (current.state.status !== 'awaiting-collection') throw new Error('Not there');
  const typed = { ...current, state: { ...current.state, identityChecked: false } };
  const given = { actor: issuer, now: story.now(), reference: story.reference };
  for (const command of [
    { type: 'collect', collector: 'applicant' },
    { type: 'mail', postingNumber: 'EMS-0001' },
  ]) {
    expect(caseDefinition.judge(typed, { ...given, command })).toMatchObject({
      refusal: { kind: 'identity-not-checked' },
    });
    expect(caseDefinition.judge(current, { ...given, command })).toMatchObject({ accepted: true });
  }
});
