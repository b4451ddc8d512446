import { expect, test } from 'vitest';
import { stageOf } from '../../../functions/domain/case/stage.ts';
import { mayRead } from '../../../functions/domain/permissions.ts';
import { givenAnswers } from '../../support/given/answers.ts';
import {
  approver,
  bringTo,
  customer,
  makeCaseStory,
  officer,
  reviewer,
  system,
} from '../../support/given/case-story.ts';

test('[3.4.1] a case is never assigned to the person who accepted it', async () => {
  const story = await bringTo('submitted');
  for (const documentId of ['identity', 'premises-lease']) {
    await story.done(officer, { type: 'judge-document', documentId, verdict: 'ok' });
  }
  await story.done(officer, { type: 'accept' });
  expect(await story.refusal(system, { type: 'assign', personId: officer.id, why: [] })).toBe('four-eyes');
});

test('[2.2.1] signing with a line unanswered or not met is refused, naming the lines', async () => {
  const story = await bringTo('in-review');
  const sign = { type: 'sign-opinion', opinion: '同意', reauthenticated: true };
  expect(await story.give(reviewer, sign)).toMatchObject({
    refusal: { kind: 'lines-unanswered', facts: { lines: ['complete', 'name', 'scope', 'premises'] } },
  });
  for (const lineId of ['complete', 'name', 'scope'])
    await story.done(reviewer, { type: 'answer-review-line', lineId, finding: 'met' });
  await story.done(reviewer, {
    type: 'answer-review-line',
    lineId: 'premises',
    finding: 'not-met',
    evidence: '租期已過',
  });
  expect(await story.refusal(reviewer, sign)).toBe('lines-not-met');
});

test('[3.5.1] a signed opinion is on the record by its hash, and re-authentication is asked for', async () => {
  const story = await bringTo('in-review');
  for (const { id } of story.reference.service.reviewChecklist) {
    await story.done(reviewer, { type: 'answer-review-line', lineId: id, finding: 'met' });
  }
  expect(
    await story.refusal(reviewer, { type: 'sign-opinion', opinion: '同意', reauthenticated: false }),
  ).toBe('invalid-request');
  const { state } = await story.done(reviewer, {
    type: 'sign-opinion',
    opinion: '同意',
    reauthenticated: true,
  });
  expect(state).toMatchObject({ opinionHash: story.reference.sha256('同意') });
  expect(await story.refusal(reviewer, { type: 'sign-opinion', opinion: '改', reauthenticated: true })).toBe(
    'not-in-this-status',
  );
});

test('[2.2.3] a return needs a reason and a cure for each failed line, and the officer sees them word for word', async () => {
  const story = await bringTo('in-review');
  expect(await story.refusal(reviewer, { type: 'return', failedLines: [] })).toBe('invalid-request');
  expect(
    await story.refusal(reviewer, {
      type: 'return',
      failedLines: [{ lineId: 'name', reason: '', cure: '' }],
    }),
  ).toBe('invalid-request');
  const { personal } = await story.done(reviewer, {
    type: 'return',
    failedLines: [{ lineId: 'name', reason: '與已登記名稱相同', cure: '另擬名稱' }],
  });
  expect(personal.texts).toMatchObject({
    'return/name/reason': '與已登記名稱相同',
    'return/name/cure': '另擬名稱',
  });
});

test('[3.5.2] a correction opens only the flagged items and comes back to the same reviewer', async () => {
  const story = await bringTo('awaiting-correction');
  expect(await story.refusal(customer, { type: 'correct', answers: { premises: '別處一號一樓' } })).toBe(
    'answer-not-asked-for',
  );
  const { state, personal } = await story.done(customer, {
    type: 'correct',
    answers: { businessName: '小明百貨' },
  });
  expect(state).toMatchObject({ status: 'in-review', reviewer: { personId: reviewer.id }, findings: [] });
  expect(personal.answers).toMatchObject({ businessName: '小明百貨', operatorName: '王小明' });
});

test('a recused reviewer loses the case and it is assigned anew', async () => {
  const story = await bringTo('in-review');
  expect(await story.refusal(approver, { type: 'recuse', relation: 'family' })).toBe('not-your-case');
  const { state } = await story.done(reviewer, { type: 'recuse', relation: 'family' });
  expect(stageOf(state)).toBe('assign');
});

test('[3.4.1] whoever gave a case back is not given it again by an assignment that comes late', async () => {
  const story = await bringTo('in-review');
  await story.done(reviewer, { type: 'recuse', relation: 'family' });
  expect(await story.refusal(system, { type: 'assign', personId: reviewer.id, why: [] })).toBe('recused');
  expect(await story.refusal(system, { type: 'assign', personId: customer.id, why: [] })).toBe('four-eyes');
  expect(await story.refusal(system, { type: 'assign', personId: 'person-other', why: [] })).toBe('accepted');
});

test('a related party does not see the case any more; one who only had too much work does', async () => {
  const asker = { kind: 'staff', personId: reviewer.id, hall: 'hall-1', roles: ['reviewer'] } as const;
  const recused = await bringTo('in-review');
  expect(mayRead(asker, await recused.current())).toBe(true);
  await recused.done(reviewer, { type: 'recuse', relation: 'family' });
  expect(mayRead(asker, await recused.current())).toBe(false);
  const lightened = await bringTo('in-review');
  await lightened.done(officer, { type: 'reassign', reason: 'workload' });
  expect(mayRead(asker, await lightened.current())).toBe(true);
  const related = await bringTo('in-review');
  await related.done(officer, { type: 'reassign', reason: 'related-party' });
  expect(mayRead(asker, await related.current())).toBe(false);
});

test('[2.2.3] a return explains every line that was found not met, not just one', async () => {
  const story = await bringTo('in-review');
  for (const lineId of ['name', 'scope']) {
    await story.done(reviewer, {
      type: 'answer-review-line',
      lineId,
      finding: 'not-met',
      evidence: '見第二頁',
    });
  }
  const one = { lineId: 'name', reason: '與已登記名稱相同', cure: '另擬名稱' };
  expect(await story.give(reviewer, { type: 'return', failedLines: [one] })).toMatchObject({
    refusal: { kind: 'reason-missing', facts: { lines: ['scope'] } },
  });
  const both = { type: 'return', failedLines: [one, { ...one, lineId: 'scope' }] };
  expect(await story.refusal(reviewer, both)).toBe('accepted');
});

test('[2.2.2] a high score needs a second reviewer, another person, before the opinion is signed', async () => {
  const story = await bringTo('in-review', makeCaseStory(), givenAnswers(), 'enhanced');
  const sign = { type: 'sign-opinion', opinion: '符合規定', reauthenticated: true };
  const answerAll = async (by: typeof reviewer) => {
    for (const { id } of story.reference.service.reviewChecklist) {
      await story.done(by, { type: 'answer-review-line', lineId: id, finding: 'met' });
    }
  };
  await answerAll(reviewer);
  const first = await story.done(reviewer, sign);
  expect(first.state).toMatchObject({ status: 'in-review', findings: [] });
  expect(stageOf(first.state)).toBe('assign');
  expect(await story.refusal(system, { type: 'assign', personId: reviewer.id, why: [] })).toBe('four-eyes');
  const second = { kind: 'staff', id: 'person-second-reviewer' } as const;
  await story.done(system, { type: 'assign', personId: second.id, why: [] });
  await answerAll(second);
  const { state } = await story.done(second, sign);
  expect(state).toMatchObject({ status: 'in-handling', reviewed: { personId: second.id } });
  await story.done(system, { type: 'open-step' });
  expect(await story.refusal(reviewer, { type: 'decide', outcome: 'granted' })).toBe('four-eyes');
});

test('[2.2.2] [R30] the first reviewer does not sign as the second one’s substitute', async () => {
  const story = await bringTo('in-review', makeCaseStory(), givenAnswers(), 'enhanced');
  const sign = { type: 'sign-opinion', opinion: '符合規定', reauthenticated: true };
  const second = { kind: 'staff', id: 'person-second-reviewer' } as const;
  for (const by of [reviewer, second]) {
    if (by === second) await story.done(system, { type: 'assign', personId: second.id, why: [] });
    for (const { id } of story.reference.service.reviewChecklist) {
      await story.done(by, { type: 'answer-review-line', lineId: id, finding: 'met' });
    }
    if (by === reviewer) await story.done(by, sign);
  }
  expect(await story.refusal({ ...reviewer, onBehalfOf: second.id }, sign)).toBe('four-eyes');
});

test('[3.5.2] what was found in order stays found; just the returned lines are open again', async () => {
  const story = await bringTo('in-review');
  for (const lineId of ['complete', 'name']) {
    await story.done(reviewer, { type: 'answer-review-line', lineId, finding: 'met' });
  }
  const failed = { lineId: 'name', reason: '名稱違規', cure: '改名' };
  await story.done(reviewer, { type: 'return', failedLines: [failed] });
  const answered = await story.done(officer, { type: 'answer-reviewer', text: '名稱已核對' });
  expect(answered.state).toMatchObject({ findings: [{ lineId: 'complete', finding: 'met' }] });
  await story.done(reviewer, { type: 'answer-review-line', lineId: 'name', finding: 'met' });
  await story.done(reviewer, { type: 'return', failedLines: [failed] });
  const items = [{ about: 'question', target: 'businessName', text: '請改名' }];
  await story.done(officer, { type: 'request-correction', items });
  const { state } = await story.done(customer, { type: 'correct', answers: { businessName: '小明百貨' } });
  expect(state).toMatchObject({ findings: [{ lineId: 'complete', finding: 'met' }] });
});
