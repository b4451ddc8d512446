import { expect, test } from 'vitest';
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
