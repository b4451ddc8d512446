import { createHash } from 'node:crypto';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { TypstCertificatePrinter } from '../../../functions/adapters/typst/typst-certificate-printer.ts';
import { LANGUAGES } from '../../../functions/domain/language.ts';
import type { CertificateOrder } from '../../../functions/domain/papers/certificate.ts';
import { makeFontDirectory } from '../../support/font-directory.ts';
import { orderOf, withOperator, withScope } from './order.ts';

const fontDirectory = makeFontDirectory();
const printer = new TypstCertificatePrinter({ fontDirectory });

async function pdfOf(order: CertificateOrder): Promise<Uint8Array> {
  const answer = await printer.print(order);
  if (!answer.printed) throw new Error(`not printed: ${answer.characters.join('')}`);
  return answer.pdf;
}

/** The words of a page without its spaces: letters set apart and Chinese beside figures read as spaced. */
async function read(pdf: Uint8Array): Promise<{ words: string; pages: number }> {
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const words = items.map((item) => ('str' in item ? item.str : '')).join('');
  return { words: words.replace(/\s/g, ''), pages: document.numPages };
}

describe('a certificate that cannot be printed', () => {
  test('[3.6.1] is refused, not drawn with a box, when the fonts lack a character of a name', async () => {
    const answer = await printer.print(orderOf('zh-Hant', withOperator('王𪚥𠮷')));
    expect(answer).toEqual({ printed: false, refusal: { kind: 'glyph-missing' }, characters: ['𪚥', '𠮷'] });
  });

  test('[R35] names the missing characters apart from the refusal, which is logged', async () => {
    const answer = await printer.print(orderOf('en', { number: 'H1-😀' }));
    expect(answer.printed).toBe(false);
    expect(JSON.stringify('refusal' in answer ? answer.refusal : answer)).not.toContain('😀');
  });

  test('[R23] is refused for half a character too', async () => {
    expect(await printer.print(orderOf('en', withOperator('A\ud842')))).toMatchObject({ printed: false });
  });

  test('[R26] a date of signing that is none is thrown back', async () => {
    await expect(printer.print(orderOf('en', { signedOn: '2026-02-30' }))).rejects.toThrow();
  });
});

describe('a printed certificate', () => {
  test.each(LANGUAGES)('[3.6.1] states everything it was given, in %s', async (language) => {
    const order = orderOf(language);
    const { words, pages } = await read(await pdfOf(order));
    const { title, number, creditCode, fields, authority } = order.data;
    const values = fields.map(({ value }) => (typeof value === 'string' ? value : value[language]));
    for (const value of [title[language], number, creditCode ?? '', authority[language], ...values]) {
      expect(words).toContain(value.replace(/\s/g, ''));
    }
    expect(words).toContain(language === 'en' ? '5March2026' : '2026年3月5日');
    expect(pages).toBe(1);
  });

  test('[U11] prints a rare character beyond the basic plane and a middle dot', async () => {
    const { words } = await read(await pdfOf(orderOf('zh-Hant', withOperator('𬀩𫖯𠹷·伊力'))));
    expect(words).toContain('𬀩𫖯𠹷·伊力');
  });

  test('is the same to the byte when printed again, by another printer too', async () => {
    const [one, again] = [await printer.print(orderOf()), await printer.print(orderOf())];
    const other = await new TypstCertificatePrinter({ fontDirectory }).print(orderOf());
    expect(again).toEqual(one);
    expect(other).toEqual(one);
    if (one.printed) expect(one.sha256).toBe(createHash('sha256').update(one.pdf).digest('hex'));
    expect(await printer.print(orderOf('zh-Hant', { signedOn: '2026-03-06' }))).not.toEqual(one);
  });

  test('can be archived and read aloud: PDF/A-2a, tagged, with language, title and a described code', async () => {
    const document = await getDocumentProxy(Uint8Array.from(await pdfOf(orderOf('zh-Hans'))));
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Title: '营业执照 H1-STR-2026-000042', Language: 'zh-CN' });
    expect([metadata.get('pdfaid:part'), metadata.get('pdfaid:conformance')]).toEqual(['2', 'A']);
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    expect(tree).toContain('"role":"H1"');
    expect(tree).toContain('https://banli.example.org/verify/7F3K2M9QX4T8B6D1');
  });

  test('[R23] prints markup and code that a person typed as text', async () => {
    const typed = '#panic("x")*b*$1$<b>\\u{41}@ref//c';
    expect((await read(await pdfOf(orderOf('en', withOperator(typed))))).words).toContain(typed);
  });

  test('keeps a scope of two thousand characters on one page', async () => {
    const scope = '餐飲服務（須經批准的項目，經相關部門批准後方可經營）；'.repeat(75);
    const { words, pages } = await read(await pdfOf(orderOf('zh-Hant', withScope(scope))));
    expect(words).toContain(scope);
    expect(pages).toBe(1);
  });

  test('says until when it is valid, where it expires', async () => {
    const { words } = await read(
      await pdfOf(orderOf('zh-Hans', { validUntil: '2031-03-04', copy: 'duplicate' })),
    );
    expect(words).toContain('有效期至2031年3月4日');
    expect(words).toContain('副本');
    expect(words).not.toContain('长期');
  });
});
