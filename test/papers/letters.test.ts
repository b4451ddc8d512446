import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../functions/domain/language.ts';
import { composeMail } from '../../functions/papers/compose-mail.ts';
import { explained, RESULTS, remedy, SAMPLES } from './facts.ts';

describe('the receipt', () => {
  test('[3.2.1] [U20] gives the number, the date of check and why, and both names', () => {
    const { text } = composeMail('receipt', SAMPLES.receipt, 'zh-Hant');
    expect(text).toContain('案件編號：20260302-7KQ4M2-X');
    expect(text).toContain('收到時間：2026年3月2日 09:30');
    expect(text).toContain('最遲檢查日期：2026年3月3日');
    expect(text).toMatch(/自 ?2026年3月3日 ?起算。/);
    expect(text).toContain('申請人：林大文\n代為提交：陳小華');
  });
});

describe('the one-time notice', () => {
  test('[3.2.2] lists everything missing, the last day, and what silence brings, with its article', () => {
    const { text } = composeMail('notice', SAMPLES.notice, 'zh-Hans');
    expect(text).toContain('1. 场所证明：未提交租约\n2. 身份证明：背面不清楚，請重新拍攝。');
    expect(text).toContain('请最迟于2026年3月24日');
    expect(text).toContain('逾期未补正的，依据市场主体登记管理条例 §19，视为撤回申请');
    expect(text).not.toContain('再次通知');
  });

  test('[3.2.2] says why there is another one, and only then', () => {
    const again = { ...SAMPLES.notice, furtherBecause: 'The new lease names another address.' };
    expect(composeMail('notice', again, 'en').text).toContain(
      'this one: The new lease names another address.',
    );
  });

  test('counts one thing and many things as its language does', () => {
    const [first] = SAMPLES.notice.items;
    const one = { ...SAMPLES.notice, items: first === undefined ? [] : [first] };
    expect(composeMail('notice', one, 'en').text).toContain('\n1 thing is missing\n');
    expect(composeMail('notice', SAMPLES.notice, 'en').text).toContain('\n2 things are missing\n');
  });
});

describe('the acceptance', () => {
  test('gives both dates with the law behind them, and how each was counted', () => {
    const { text } = composeMail('acceptance', SAMPLES.acceptance, 'en');
    expect(text).toContain('We promise to decide by: 3 March 2026');
    expect(text).toContain('Last day by law: 5 March 2026\nLegal basis: Market Entity Regulation §19');
    expect(text).toContain('How the promised date was counted');
    expect(text).toContain('1. Prior licence: by 20 March 2026');
  });

  test('[R26] says that a date is provisional, and only when it is', () => {
    expect(composeMail('acceptance', SAMPLES.acceptance, 'en').text).toContain('5 March 2026 is provisional');
    const settled = {
      ...SAMPLES.acceptance,
      statutory: { ...SAMPLES.acceptance.statutory, ...explained('2026-03-05') },
    };
    expect(composeMail('acceptance', settled, 'en').text).not.toContain('provisional');
  });
});

test('[3.5.2] a correction asks for the flagged items only and says that the statutory clock runs on', () => {
  const { text } = composeMail('correction', SAMPLES.correction, 'zh-Hant');
  expect(text).toContain('其他內容無須改動');
  expect(text).toContain('法定辦理期限繼續計算，最後一日為2026年3月5日');
});

describe('the result', () => {
  test('[3.6.1] of anything but a full grant names ground, article, remedy, body and last date', () => {
    const { text } = composeMail('result', SAMPLES.result, 'zh-Hant');
    expect(text).toContain('理由：場所依法不得用於經營。\n依據：市場主體登記管理條例 §19');
    expect(text).toContain('申請行政復議：最遲於2026年5月4日向市人民政府提出（行政復議法 §20）');
    expect(text).toContain('提起行政訴訟：最遲於2026年9月2日向市中級人民法院提出（行政訴訟法 §46）');
    for (const result of RESULTS.filter((one) => 'remedy' in one)) {
      for (const language of LANGUAGES) {
        expect(composeMail('result', result, language).text).toContain(remedy.reconsideration.body[language]);
      }
    }
  });

  test('of a decline names the right way', () => {
    const declined = RESULTS.find(({ outcome }) => outcome === 'declined');
    if (declined === undefined) throw new Error('no declined result among the samples');
    expect(composeMail('result', declined, 'en').text).toContain('What to do instead: File a notification');
  });

  test('of a grant names the certificate and how it comes, and no remedy', () => {
    const [granted] = RESULTS;
    if (granted === undefined) throw new Error('no granted result among the samples');
    const { text } = composeMail('result', granted, 'zh-Hans');
    expect(text).toContain('证照编号：H1-2026-000001');
    expect(text).toContain('请待收到通知后前来');
    expect(text).not.toContain('行政复议');
  });

  test('is told in every language however the case ended', () => {
    const headings = RESULTS.map((result) => composeMail('result', result, 'en').text.split('\n')[2]);
    expect(new Set(headings).size).toBe(6);
    for (const language of LANGUAGES) {
      for (const result of RESULTS) expect(() => composeMail('result', result, language)).not.toThrow();
    }
  });
});

test('[3.7.2] the pick-up notice gives place, window, hours, what to bring and the last day', () => {
  const { text } = composeMail('pick-up', SAMPLES['pick-up'], 'en');
  expect(text).toContain('Place: Hall of Service Centre One\nAddress: 1 Centre Road\nCounter: counter 3');
  expect(text).toContain('Hours: Monday to Friday, 9:00–17:00\nLast day: 8 April 2026');
  expect(text).toContain('- your identity document');
  expect(text).toContain('signed mandate');
  expect(text).toContain('posted instead');
  const counterOnly = { ...SAMPLES['pick-up'], mailPossible: false };
  expect(composeMail('pick-up', counterOnly, 'en').text).not.toContain('posted instead');
});

test('the warning before a lapse lists what is still missing and what silence brings', () => {
  const filed = {
    ...SAMPLES['lapse-warning'],
    silence: { ...SAMPLES['lapse-warning'].silence, consequence: 'decided-as-filed' },
  } as const;
  const { text } = composeMail('lapse-warning', filed, 'en');
  expect(text).toContain('These 2 items are still missing');
  expect(text).toContain('by 24 March 2026');
  expect(text).toContain('we decide on the papers we have (Market Entity Regulation §19)');
});
