import { expect, test } from 'vitest';
import { givenAnswers } from '../../support/given/answers.ts';
import { bringTo, customer, makeCaseStory, officer, system } from '../../support/given/case-story.ts';
import { givenService } from '../../support/given/service.ts';

test('[3.2.1] an application is handed in with a dated receipt, and the customer is told on each channel', async () => {
  const story = await bringTo('submitted');
  const versions = (story.store.records.get('case/c1') ?? []).map(({ clear }) => JSON.parse(clear));
  const { state, messages } = versions.find(({ event }) => event.type === 'submitted');
  expect(state).toMatchObject({
    receiptNumber: 'BL26030222222222T',
    submittedAt: '2026-03-02T01:00:00Z',
    maskedName: '王*明',
  });
  expect(messages).toEqual([
    { message: 'receipt', channel: 'mail', to: 'applicant' },
    { message: 'receipt', channel: 'sms', to: 'applicant' },
  ]);
});

test('[3.3.2] a submission that lacks an answer is refused, naming the field', async () => {
  const story = await bringTo('draft');
  const answers = givenAnswers({ operatorName: '', operatorId: '110101199003074510' });
  const answer = await story.give(
    customer,
    { type: 'submit', revision: 1 },
    { draft: { revision: 1, answers } },
  );
  expect(answer).toMatchObject({
    refusal: {
      kind: 'invalid-answers',
      facts: { fields: ['operatorName:required', 'operatorId:national-id-wrong-check'] },
    },
  });
});

test('a draft that was saved elsewhere meanwhile is not handed in unseen', async () => {
  const story = await bringTo('draft');
  expect(await story.refusal(customer, { type: 'submit', revision: 7 })).toBe('draft-changed-meanwhile');
});

test('a file of the wrong kind, empty, too large or not asked for is refused [R24]', async () => {
  const story = await bringTo('draft');
  const file = {
    type: 'record-upload',
    fileId: 'f',
    documentId: 'identity',
    fileName: 'x',
    bytes: 10,
    mediaType: 'image/png',
    objectVersion: 'v',
  };
  expect(await story.refusal(customer, { ...file, mediaType: 'text/html' })).toBe('file-wrong-type');
  expect(await story.refusal(customer, { ...file, bytes: 0 })).toBe('file-empty');
  expect(await story.refusal(customer, { ...file, bytes: 10485761 })).toBe('file-too-large');
  expect(await story.refusal(customer, { ...file, documentId: 'nothing' })).toBe('unknown-document');
});

test('[2.1.2] a service that asks for a checked identity takes no application on a typed one', async () => {
  const service = givenService({ assurance: { submit: 'checked', collect: 'checked' } });
  const story = await bringTo('draft', makeCaseStory({ service }));
  expect(await story.refusal(customer, { type: 'submit', revision: 1 })).toBe('identity-not-checked');
  expect(await story.refusal(customer, { type: 'submit', revision: 1 }, { assurance: 'checked' })).toBe(
    'accepted',
  );
});

test('the applicant’s name and contacts are found by what a question is, not by how one service calls it', async () => {
  const service = givenService();
  const pages = service.form.pages.map((page) => ({
    ...page,
    questions: page.questions.map((one) => ({
      ...one,
      id: one.id === 'operatorName' ? 'applicant' : one.id,
    })),
  }));
  const { operatorName, ...answers } = givenAnswers();
  const story = await bringTo('draft', makeCaseStory({ service: { ...service, form: { pages } } }));
  const { state } = await story.done(
    customer,
    { type: 'submit', revision: 1 },
    { draft: { revision: 1, answers: { ...answers, applicant: operatorName ?? '' } } },
  );
  expect(state).toMatchObject({ maskedName: '王*明', contacts: { mail: true, sms: true } });
});

test('nobody but a customer opens a draft', async () => {
  const open = { type: 'open-draft', hall: 'hall-1', language: 'en' };
  for (const actor of [officer, system]) {
    expect(await makeCaseStory().refusal(actor, open)).toBe('not-permitted');
  }
});

test('[3.2.1] nothing is handed in while a file is still being checked', async () => {
  const story = await bringTo('draft');
  const facts = { bytes: 10, mediaType: 'image/png', objectVersion: 'v', fileName: 'x.png' };
  await story.done(customer, { type: 'record-upload', fileId: 'f', documentId: 'identity', ...facts });
  expect(await story.refusal(customer, { type: 'submit', revision: 1 })).toBe('files-still-being-checked');
});

test('[3.2.2] a paper that was not handed in is among what the one notice tells, without a second look', async () => {
  const story = await bringTo('draft');
  await story.done(customer, { type: 'submit', revision: 1 });
  const { state } = await story.done(officer, { type: 'send-notice' });
  expect(state).toMatchObject({
    status: 'awaiting-supplement',
    deficiencies: expect.arrayContaining([
      expect.objectContaining({ itemId: 'document-premises-lease', reason: 'not-handed-in' }),
    ]),
  });
});
