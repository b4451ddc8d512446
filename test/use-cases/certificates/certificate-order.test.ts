import { describe, expect, test } from 'vitest';
import { TypstCertificatePrinter } from '../../../functions/adapters/typst/typst-certificate-printer.ts';
import { certificateOrderOf } from '../../../functions/use-cases/certificates/certificate-order.ts';
import { makeFontDirectory } from '../../support/font-directory.ts';
import { givenAnswers } from '../../support/given/answers.ts';
import { bringTo, makeCaseStory } from '../../support/given/case-story.ts';
import { givenService } from '../../support/given/service.ts';

const service = givenService();
const issue = {
  number: 'GT2026000001',
  issuedOn: '2026-03-05',
  verifyUrl: 'https://banli.example.org/verify/GT2026000001?code=abc',
};

async function decidedCase(answers = givenAnswers()) {
  return (await bringTo('in-handling', makeCaseStory(), answers)).current();
}

describe('the certificate of a case', () => {
  test('[3.6.1] prints the answers that the service names, choices in words', async () => {
    const { data, language, template } = certificateOrderOf(await decidedCase(), service, issue);
    expect({ language, template }).toEqual({ language: 'zh-Hant', template: 'business-licence' });
    const printed = data.fields.map(({ label, value }) => [
      label['zh-Hant'],
      typeof value === 'string' ? value : value['zh-Hant'],
    ]);
    expect(printed).toEqual([
      ['名稱', '小明雜貨店'],
      ['經營者', '王小明'],
      ['組成形式', '個人經營'],
      ['經營場所', '示例市東湖區長樂路 10 號一樓'],
      ['經營範圍', '百貨零售'],
    ]);
    expect(data).toMatchObject({
      number: 'GT2026000001',
      signedOn: '2026-03-05',
      authority: service.result.issuedBy,
    });
    expect(data).not.toHaveProperty('validUntil');
  });

  test('has no line for a name that need not be given', async () => {
    const { businessName: _none, ...unnamed } = givenAnswers();
    const { data } = certificateOrderOf(await decidedCase(unnamed), service, issue);
    expect(data.fields.map(({ label }) => label.en)).toEqual(['Trader', 'Form', 'Premises', 'Scope']);
  });

  test('lists several choices as each language lists them', async () => {
    const version = await decidedCase(givenAnswers({ scopeCodes: ['5211', '5232'] }));
    const { data } = certificateOrderOf(version, service, issue);
    expect(data.fields.at(-1)?.value).toMatchObject({
      'zh-Hant': '百貨零售；服裝零售',
      en: 'General retail; Clothes retail',
    });
  });

  test.each([
    ['2026-03-05', 60, '2031-03-04'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])(
    '[R26] signed on %s and valid for %i months it ends on %s',
    async (issuedOn, validityMonths, lastDay) => {
      const limited = { ...service, result: { ...service.result, validityMonths } };
      const { data } = certificateOrderOf(await decidedCase(), limited, { ...issue, issuedOn });
      expect(data.validUntil).toBe(lastDay);
    },
  );

  test('of a service whose template does not exist is thrown back', async () => {
    const other = { ...service, result: { ...service.result, template: 'poster' } };
    const version = await decidedCase();
    expect(() => certificateOrderOf(version, other, issue)).toThrow('poster');
  });

  test('prints', async () => {
    const printer = new TypstCertificatePrinter({ fontDirectory: makeFontDirectory() });
    const order = certificateOrderOf(await decidedCase(), service, issue);
    expect(await printer.print(order)).toMatchObject({ printed: true });
  });
});
