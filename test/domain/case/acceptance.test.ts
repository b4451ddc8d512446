import { expect, test } from 'vitest';
import { stageOf } from '../../../functions/domain/case/stage.ts';
import { bringTo, customer, officer, system, upload } from '../../support/given/case-story.ts';

test('[2.1.2] accepting with a verdict open is refused, listing the papers', async () => {
  const story = await bringTo('submitted');
  const answer = await story.give(officer, { type: 'accept' });
  expect(answer).toMatchObject({
    refusal: { kind: 'verdicts-open', facts: { documents: ['identity', 'premises-lease'] } },
  });
  expect(
    await story.refusal(officer, { type: 'judge-document', documentId: 'identity', verdict: 'wrong' }),
  ).toBe('reason-missing');
});

test('[2.1.2] a paper nobody has inspected cannot be found in order', async () => {
  const story = await bringTo('draft');
  await upload(story, 'identity', 'refused');
  await story.done(customer, { type: 'submit', revision: 1 });
  expect(
    await story.refusal(officer, { type: 'judge-document', documentId: 'identity', verdict: 'ok' }),
  ).toBe('no-clean-file');
});

test('[3.3.1] [2.1.3] acceptance starts both clocks and asks for a reviewer by itself', async () => {
  const story = await bringTo('submitted');
  for (const documentId of ['identity', 'premises-lease']) {
    await story.done(officer, { type: 'judge-document', documentId, verdict: 'ok' });
  }
  const { state } = await story.done(officer, { type: 'accept' });
  expect(state).toMatchObject({
    status: 'in-review',
    clock: { dueDate: '2026-03-03', dueAt: '2026-03-03T16:00:00Z' },
  });
  expect(stageOf(state)).toBe('assign');
});

test('a decline names ground, article and the competent authority [4.1.2]', async () => {
  const story = await bringTo('submitted');
  expect(await story.refusal(officer, { type: 'decline', ground: 'not-our-authority' })).toBe(
    'invalid-request',
  );
  const { state, personal } = await story.done(officer, {
    type: 'decline',
    ground: 'not-our-authority',
    article: '條例第五條',
    competentAuthority: '省局',
    text: '該事項屬省局管轄。',
  });
  expect(state).toMatchObject({ status: 'result-ready', outcome: 'declined' });
  expect(personal.texts).toMatchObject({ article: '條例第五條', 'competent-authority': '省局' });
});

test('[2.1.2] a paper found in order counts only while its file is clean', async () => {
  const story = await bringTo('submitted');
  for (const documentId of ['identity', 'premises-lease']) {
    await story.done(officer, { type: 'judge-document', documentId, verdict: 'ok' });
  }
  const { state } = await story.current();
  const fileId = state.files[0]?.fileId ?? '';
  await story.done(system, { type: 'record-scan', fileId, scan: 'refused', scanReason: 'file-infected' });
  expect(await story.refusal(officer, { type: 'accept' })).toBe('verdicts-open');
});
