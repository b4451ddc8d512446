import { expect, test } from 'vitest';
import { bringTo, customer, officer, upload } from '../../support/given/case-story.ts';

test('[3.2.2] deficiencies are collected unseen and told in one notice with the response date', async () => {
  const story = await bringTo('submitted');
  await story.done(officer, { type: 'judge-document', documentId: 'identity', verdict: 'ok' });
  await story.done(officer, {
    type: 'judge-document',
    documentId: 'premises-lease',
    verdict: 'invalid',
    reason: 'expired',
  });
  await story.done(officer, {
    type: 'judge-answer',
    questionId: 'businessName',
    inOrder: false,
    reason: 'not-allowed',
    text: '不得含「國家」',
  });
  expect((await story.current()).messages).toEqual([]);
  const { state, messages } = await story.done(officer, { type: 'send-notice' });
  expect(messages.map(({ message }) => message)).toEqual(['notice', 'notice']);
  expect(state).toMatchObject({
    status: 'awaiting-supplement',
    respondBy: '2026-03-23',
    deficiencies: [{ itemId: 'document-premises-lease' }, { itemId: 'question-businessName' }],
  });
});

test('[3.2.2] a notice with nothing in it is refused, and a second one needs a reason', async () => {
  const story = await bringTo('submitted');
  await story.done(officer, { type: 'judge-document', documentId: 'premises-lease', verdict: 'ok' });
  expect(await story.refusal(officer, { type: 'send-notice' })).toBe('nothing-missing');
  const again = await bringTo('awaiting-supplement');
  await upload(again, 'premises-lease');
  await again.done(customer, { type: 'supplement', answers: {} });
  await again.done(officer, {
    type: 'judge-document',
    documentId: 'premises-lease',
    verdict: 'wrong',
    reason: 'not-signed',
  });
  expect(await again.refusal(officer, { type: 'send-notice' })).toBe('second-notice-needs-reason');
  const { state } = await again.done(officer, {
    type: 'send-notice',
    secondNoticeReason: 'newly-raised-by-answer',
  });
  expect(state).toMatchObject({ notices: 2 });
});

test('[3.2.2] the customer can answer what was asked, and nothing else', async () => {
  const story = await bringTo('awaiting-supplement');
  expect(await story.refusal(customer, { type: 'supplement', answers: {} })).toBe('items-unanswered');
  expect(await story.refusal(customer, { type: 'supplement', answers: { operatorName: '別人' } })).toBe(
    'answer-not-asked-for',
  );
  await upload(story, 'premises-lease');
  const { state } = await story.done(customer, { type: 'supplement', answers: {} });
  expect(state).toMatchObject({ status: 'submitted', deficiencies: [] });
});

test('[3.2.2] the paper that was found wrong is no answer to the notice; a new one is', async () => {
  const story = await bringTo('submitted');
  await story.done(officer, { type: 'judge-document', documentId: 'identity', verdict: 'ok' });
  await story.done(officer, {
    type: 'judge-document',
    documentId: 'premises-lease',
    verdict: 'invalid',
    reason: 'expired',
  });
  await story.done(officer, { type: 'send-notice' });
  expect(await story.refusal(customer, { type: 'supplement', answers: {} })).toBe('items-unanswered');
  await upload(story, 'premises-lease');
  expect(await story.refusal(customer, { type: 'supplement', answers: {} })).toBe('accepted');
});

test('[3.2.2] what was said of a paper before it was judged again is not said in the notice', async () => {
  const story = await bringTo('submitted');
  const judge = { type: 'judge-document', documentId: 'identity' };
  await story.done(officer, { ...judge, verdict: 'wrong', reason: 'unreadable', text: '第二頁模糊' });
  const { personal } = await story.done(officer, { ...judge, verdict: 'wrong', reason: 'expired' });
  expect(Object.keys(personal.texts)).not.toContain('deficiency/document-identity');
});

test('[3.2.2] an override of the one notice says why in words', async () => {
  const story = await bringTo('awaiting-supplement');
  await upload(story, 'premises-lease');
  await story.done(customer, { type: 'supplement', answers: {} });
  const wrong = { documentId: 'premises-lease', verdict: 'wrong', reason: 'not-signed' };
  await story.done(officer, { type: 'judge-document', ...wrong });
  const override = { type: 'send-notice', secondNoticeReason: 'override' };
  expect(await story.refusal(officer, override)).toBe('reason-missing');
  const { personal } = await story.done(officer, { ...override, text: '首次告知時漏看簽名頁' });
  expect(personal.texts['second-notice/2']).toBe('首次告知時漏看簽名頁');
});

test('[3.5.2] a correction too needs a new paper where one was found wrong', async () => {
  const story = await bringTo('returned');
  await story.done(officer, {
    type: 'request-correction',
    items: [{ about: 'document', target: 'premises-lease', text: '請重交' }],
  });
  expect(await story.refusal(customer, { type: 'correct', answers: {} })).toBe('items-unanswered');
});

test('[3.2.2] a cured paper is judged again, the others keep their verdict', async () => {
  const story = await bringTo('awaiting-supplement');
  await upload(story, 'premises-lease');
  const { state } = await story.done(customer, { type: 'supplement', answers: {} });
  expect(state).toMatchObject({ verdicts: [{ documentId: 'identity', verdict: 'ok' }] });
});

test('[3.2.2] an answer is flagged with a reason, or not at all', async () => {
  const story = await bringTo('submitted');
  const flag = { type: 'judge-answer', questionId: 'businessName', inOrder: false };
  expect(await story.refusal(officer, flag)).toBe('reason-missing');
  expect(await story.refusal(officer, { ...flag, questionId: 'nothing', reason: 'unclear' })).toBe(
    'unknown-question',
  );
});
