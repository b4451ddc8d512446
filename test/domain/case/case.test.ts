import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseDefinition } from '../../../functions/domain/case/case.ts';
import { explain } from '../../../functions/domain/case/explain.ts';
import { LIFECYCLE } from '../../../functions/domain/case/lifecycle.ts';
import { lifecycleDocument } from '../../../functions/domain/case/lifecycle-diagram.ts';
import { stageOf } from '../../../functions/domain/case/stage.ts';
import { CASE_STATUSES } from '../../../functions/domain/case/state.ts';
import { givenAnswers } from '../../support/given/answers.ts';
import {
  approver,
  bringTo,
  customer,
  issuer,
  makeCaseStory,
  officer,
  reviewer,
  system,
  upload,
} from '../../support/given/case-story.ts';

describe('intake', () => {
  test('[3.2.1] an application is handed in with a dated receipt, and the customer is told on each channel', async () => {
    const story = await bringTo('submitted');
    const versions = (story.store.records.get('case/c1') ?? []).map(({ clear }) => JSON.parse(clear));
    const { state, messages } = versions.find(({ event }) => event.type === 'submitted');
    expect(state).toMatchObject({
      receiptNumber: 'BL26030222222222X',
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

  test('[3.2.2] silence past the response date is deemed withdrawn, dated as the law says [R14]', async () => {
    const story = await bringTo('awaiting-supplement');
    await upload(story, 'premises-lease');
    story.at('2026-03-26T01:00:00Z');
    expect(await story.refusal(customer, { type: 'supplement', answers: {} })).toBe('not-in-this-status');
    const { state, effectiveAt } = await story.current();
    expect(state).toMatchObject({
      status: 'result-ready',
      outcome: 'lapsed',
      endedAt: '2026-03-23T16:00:00Z',
    });
    expect(effectiveAt).toBe('2026-03-23T16:00:00Z');
  });

  test('[3.2.2] without a notice in time it is accepted from receipt where the service’s law says so', async () => {
    const story = makeCaseStory();
    const { service } = story.reference;
    const basis = service.limits.statutory.legalBasis;
    const permit = {
      ...service,
      deemedAcceptance: basis,
      limits: { ...service.limits, notice: { ...service.limits.statutory, amount: 5 } },
    };
    await bringTo('draft', story);
    await upload(story, 'identity');
    await story.done(customer, { type: 'submit', revision: 1 }, { service: permit });
    story.at('2026-03-12T01:00:00Z');
    expect((await story.give(officer, { type: 'send-notice' }, { service: permit })).done).toBe(false);
    expect((await story.current()).state).toMatchObject({
      status: 'in-review',
      clock: { facts: { receivedAt: '2026-03-02T01:00:00Z' } },
    });
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
});

describe('review', () => {
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
    expect(
      await story.refusal(reviewer, { type: 'sign-opinion', opinion: '改', reauthenticated: true }),
    ).toBe('not-in-this-status');
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
});

describe('handling', () => {
  test('[3.6.1] whoever accepted or reviewed may not approve, not even through a substitute [R30]', async () => {
    const story = await bringTo('in-handling');
    await story.done(system, { type: 'open-step' });
    const grant = { type: 'decide', outcome: 'granted' };
    expect(await story.refusal(officer, grant)).toBe('four-eyes');
    expect(await story.refusal(reviewer, grant)).toBe('four-eyes');
    expect(await story.refusal({ ...approver, onBehalfOf: reviewer.id }, grant)).toBe('four-eyes');
    expect(await story.refusal(approver, grant)).toBe('accepted');
  });

  test('[3.6.1] a refusal names ground and article and goes straight to being told', async () => {
    const story = await bringTo('in-handling');
    await story.done(system, { type: 'open-step' });
    expect(await story.refusal(approver, { type: 'decide', outcome: 'refused' })).toBe('ground-missing');
    const { state } = await story.done(approver, {
      type: 'decide',
      outcome: 'refused',
      ground: '場所證明無效',
      article: '條例第十一條',
    });
    expect(state).toMatchObject({ status: 'result-ready', outcome: 'refused' });
  });

  test('[3.6.2] no step is open without owner and date, and the legal clock stops at the decision', async () => {
    const story = await bringTo('in-handling');
    const opened = await story.done(system, { type: 'open-step' });
    expect(opened.state).toMatchObject({
      step: { owner: { queue: 'approver' }, dueAt: '2026-03-02T16:00:00Z' },
    });
    const { state } = await story.done(approver, { type: 'decide', outcome: 'granted' });
    expect(state).toMatchObject({
      outcome: 'granted',
      clock: { facts: { stoppedAt: '2026-03-02T01:00:00Z' } },
    });
    expect(stageOf(state)).toBe('open-step');
  });

  test('a certificate is made only once, after the decision', async () => {
    const story = await bringTo('in-handling');
    const made = { type: 'record-certificate', certificateId: 'cert-1', number: 'GT2026000001', sha256: 'b' };
    expect(await story.refusal(system, made)).toBe('not-decided');
    await story.done(system, { type: 'open-step' });
    await story.done(approver, { type: 'decide', outcome: 'granted' });
    await story.done(system, { type: 'open-step' });
    expect(await story.refusal(issuer, { type: 'complete-step' })).toBe('certificate-not-made-yet');
    await story.done(system, made);
    expect(await story.refusal(system, made)).toBe('certificate-already-made');
  });
});

describe('notification', () => {
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

  test('[3.7.2] what is not fetched is listed on day 30, still open', async () => {
    const story = await bringTo('awaiting-collection');
    story.at('2026-04-02T01:00:00Z');
    await story.done(system, { type: 'add-note-nothing' }).catch(() => {});
    expect((await story.current()).state).toMatchObject({ status: 'awaiting-collection', uncollected: true });
  });
});

describe('the table', () => {
  test('[R13] accepts no command in a status its row does not name', async () => {
    for (const status of CASE_STATUSES) {
      const story = await bringTo(status);
      for (const rule of LIFECYCLE.filter(({ from }) => !from.includes(status))) {
        const by = rule.by.kind === 'customer' ? customer : rule.by.kind === 'system' ? system : officer;
        expect(`${status}:${rule.command}:${await story.refusal(by, { type: rule.command })}`).toBe(
          `${status}:${rule.command}:not-in-this-status`,
        );
      }
    }
  });

  test('explains as open exactly what it would not refuse before the form is read', async () => {
    for (const status of CASE_STATUSES) {
      const story = await bringTo(status);
      const current = await story.current();
      for (const actor of [customer, officer, reviewer, approver, issuer]) {
        const given = { actor, now: story.now(), reference: story.reference };
        for (const { command, closed } of explain(current, given, () => true)) {
          const verdict = caseDefinition.judge(current, { ...given, command: { type: command } });
          if (closed !== undefined)
            expect(verdict).toMatchObject({ accepted: false, refusal: { kind: closed.kind } });
          else if (!verdict.accepted)
            expect([
              'invalid-request',
              'draft-changed-meanwhile',
              'items-unanswered',
              'second-notice-needs-reason',
            ]).toContain(verdict.refusal.kind);
        }
      }
    }
  });

  test('ends: every status can reach the archive, and an archived case takes only notes', async () => {
    const story = await bringTo('archived');
    const open = explain(
      await story.current(),
      { actor: officer, now: story.now(), reference: story.reference },
      () => true,
    );
    expect(open.map(({ command }) => command)).toEqual(['add-note']);
  });

  test('is what docs/lifecycle.md shows', () => {
    const written = readFileSync(new URL('../../../docs/lifecycle.md', import.meta.url), 'utf8');
    expect(written).toBe(lifecycleDocument());
  });

  test('keeps nothing personal in the clear part of any version', async () => {
    const story = await bringTo('archived');
    const clear = (story.store.records.get('case/c1') ?? []).map((kept) => kept.clear).join('');
    for (const value of [
      '王小明',
      '110101199003074',
      '13900000001',
      'wang@example.org',
      '長樂路',
      '小明雜貨店',
      '符合規定',
      '掃描',
    ]) {
      expect(clear).not.toContain(value);
    }
  });
});
