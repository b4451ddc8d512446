import { describe, expect, test } from 'vitest';
import type { CurrentCase } from '../../../functions/domain/case/rule.ts';
import { LANGUAGES } from '../../../functions/domain/language.ts';
import { composeMail } from '../../../functions/papers/compose-mail.ts';
import { composeSms } from '../../../functions/papers/compose-sms.ts';
import { messageFactsOf } from '../../../functions/use-cases/messages/message-facts.ts';
import { givenDays } from '../../support/given/calendar.ts';
import { bringTo, customer, officer, system } from '../../support/given/case-story.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();
const context = {
  messageId: 'm-1',
  days: givenDays(),
  portalUrl: 'https://banli.example.org',
  hotline: '12345',
};

function write(version: CurrentCase, message: string, language: (typeof LANGUAGES)[number] = 'zh-Hant') {
  const { kind, facts } = messageFactsOf(version, service, { message }, context);
  return { mail: composeMail(kind, facts, language), sms: composeSms(kind, facts, language) };
}

describe('a message that the case cannot have asked for', () => {
  test('is thrown back', async () => {
    const version = await (await bringTo('submitted')).current();
    expect(() => write(version, 'pick-up')).toThrow('submitted');
    expect(() => write(version, 'birthday')).toThrow('birthday');
    expect(() => write({ ...version, state: draftOf(version) }, 'receipt')).toThrow('draft');
  });
});

describe('what a case tells its customer', () => {
  test('[3.2.1] the receipt: number, time and by when the papers are checked', async () => {
    const { mail, sms } = write(await (await bringTo('submitted')).current(), 'receipt');
    expect(mail.text).toContain('王小明，您好：');
    expect(mail.text).toContain('案件編號：BL26030222222222T');
    expect(mail.text).toContain('收到時間：2026年3月2日 09:00');
    expect(mail.text).toMatch(/最遲檢查日期：2026年3月\d+日/);
    expect(mail.html).toContain('href="https://banli.example.org/cases/c1"');
    expect(sms).toContain('BL26030222222222T');
  });

  test('[3.2.2] the notice: each thing by its name, reason and the article of silence', async () => {
    const story = await bringTo('awaiting-supplement');
    const { mail } = write(await story.current(), 'notice');
    const { name } = service.documents.find(({ id }) => id === 'premises-lease') ?? {};
    expect(mail.text).toContain(`1. ${name?.['zh-Hant']}：未提交`);
    expect(mail.text).toContain(service.limits.answer.legalBasis['zh-Hant']);
    const { state } = await story.current();
    const respondBy = state.status === 'awaiting-supplement' ? state.respondBy : '';
    expect(mail.text).toContain(`2026年${Number(respondBy.slice(5, 7))}月${Number(respondBy.slice(8))}日`);
    expect(mail.text).not.toContain('再次通知');
  });

  test("[3.2.2] a further notice says why, with the officer's words as they were written", async () => {
    const story = await bringTo('submitted');
    const text = '<b>第 2 頁</b>';
    await story.done(officer, {
      type: 'judge-document',
      documentId: 'identity',
      verdict: 'wrong',
      reason: 'unreadable',
      text,
    });
    const version = await story.done(officer, { type: 'send-notice', secondNoticeReason: 'law-changed' });
    const { mail } = write(version, 'notice', 'en');
    expect(mail.text).toContain(`It cannot be read. ${text}`);
    expect(mail.text).toContain('The reason for this one: The law has changed');
    expect(mail.html).not.toContain('<b>');
  });

  test('[3.3.1] the acceptance: both dates with the basis of the law', async () => {
    const story = await bringTo('submitted');
    for (const documentId of ['identity', 'premises-lease']) {
      await story.done(officer, { type: 'judge-document', documentId, verdict: 'ok' });
    }
    const { mail } = write(await story.done(officer, { type: 'accept' }), 'acceptance');
    expect(mail.text).toContain('受理時間：2026年3月2日 09:00');
    expect(mail.text).toContain('承諾辦結日期：2026年3月3日');
    expect(mail.text).toContain('法定辦結日期：2026年3月5日');
    expect(mail.text).toContain(`依據：${service.limits.statutory.legalBasis['zh-Hant']}`);
  });

  test('[3.5.2] the correction: the flagged item and that the clock runs on', async () => {
    const { mail } = write(await (await bringTo('awaiting-correction')).current(), 'correction');
    expect(mail.text).toContain('1. 擬用名稱（第一志願）：審查發現問題。請改名');
    expect(mail.text).toContain('法定辦理期限繼續計算，最後一日為2026年3月5日');
  });

  test('[3.6.1] the result: a grant with its number', async () => {
    const story = await bringTo('result-ready');
    const { mail } = write(await story.done(system, { type: 'tell-result' }), 'result');
    expect(mail.text).toContain('證照編號：GT2026000001');
    expect(mail.text).toContain('請待收到通知後前來');
  });

  test('[3.6.1] [4.1.2] the result: a decline with ground, article, competent authority and remedy', async () => {
    const story = await bringTo('submitted');
    await story.done(officer, {
      type: 'decline',
      ground: 'not-our-authority',
      article: '行政許可法 §32',
      competentAuthority: '示例縣市場監督管理局',
      text: '經營場所在示例縣。',
    });
    const { mail } = write(await story.done(system, { type: 'tell-result' }), 'result');
    expect(mail.text).toContain(
      '理由：經營場所在示例縣。\n依據：行政許可法 §32\n可循途徑：示例縣市場監督管理局',
    );
    expect(mail.text).toContain('申請行政復議：最遲於2026年5月6日向示例市人民政府提出');
  });

  test('[3.7.1] the result of a withdrawal has no remedy', async () => {
    const story = await bringTo('submitted');
    await story.done(customer, { type: 'withdraw' });
    const { mail } = write(await story.done(system, { type: 'tell-result' }), 'result', 'en');
    expect(mail.text).toContain('Your application has been withdrawn');
    expect(mail.text).not.toContain('If you disagree');
  });

  test('[3.7.2] the pick-up notice: place, hours, what to bring, last day', async () => {
    const { mail, sms } = write(await (await bringTo('awaiting-collection')).current(), 'pick-up');
    expect(mail.text).toContain(
      `地點：${service.pickUp.place['zh-Hant']}\n時間：${service.pickUp.hours['zh-Hant']}`,
    );
    expect(mail.text).toContain('領取期限：2026年4月1日');
    expect(sms).toContain('最遲4月1日');
  });

  test('[U18] [R35] no SMS and no subject names the person, in any language', async () => {
    const notice = await (await bringTo('awaiting-supplement')).current();
    const pickUp = await (await bringTo('awaiting-collection')).current();
    for (const language of LANGUAGES) {
      for (const { mail, sms } of [write(notice, 'notice', language), write(pickUp, 'pick-up', language)]) {
        expect(`${mail.subject}${sms}`).not.toMatch(/王小明|13900000001|wang@/);
        expect(sms.length).toBeLessThanOrEqual(70);
      }
    }
  });
});

function draftOf({ state }: CurrentCase): CurrentCase['state'] {
  const { service: pinned, customerId, language, files, visit, notes } = state;
  return { status: 'draft', service: pinned, customerId, language, files, visit, notes };
}
