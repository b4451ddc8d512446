import { dateInWords } from '../../domain/dates-in-words.ts';
import type { Language } from '../../domain/language.ts';
import type { CertificateOrder } from '../../domain/papers/certificate.ts';
import { speak } from '../../words/speak.ts';
import { qrCodeSvg } from './qr-code.ts';

/** How each language is set: its own forms of a character first, the other family's for what the first lacks. */
const TYPE: Readonly<Record<Language, { lang: string; region: string; fonts: readonly string[] }>> = {
  'zh-Hant': { lang: 'zh', region: 'TW', fonts: ['Noto Sans TC', 'Noto Sans SC'] },
  'zh-Hans': { lang: 'zh', region: 'CN', fonts: ['Noto Sans SC', 'Noto Sans TC'] },
  en: { lang: 'en', region: 'GB', fonts: ['Noto Sans SC', 'Noto Sans TC'] },
};

/** Values longer than half a line, in Han characters, have a line of their own. */
const HALF_LINE = 16;

/** Everything a certificate says, in its language, as the template takes it. */
export function certificateText(order: CertificateOrder) {
  const { language, data, template } = order;
  const words = speak(language);
  const { number, verifyUrl, signedClaim, validUntil } = data;
  const validity =
    validUntil === undefined
      ? words('certificate.no-expiry')
      : words('certificate.valid-until', { date: dateInWords(validUntil, language) });
  const [year, month, day] = data.signedOn.split('-').map(Number);
  return {
    ...TYPE[language],
    title: data.title[language],
    documentTitle: `${data.title[language]} ${number}`,
    copy: words(`certificate.copy.${data.copy}`),
    numberLabel: words('certificate.number'),
    number,
    fields: fieldsOf(order, words('certificate.credit-code')),
    notes: [validity, words('certificate.verify')],
    authorityLabel: words('certificate.authority'),
    authority: data.authority[language],
    sealLabel: words('certificate.seal'),
    signedLabel: words(`certificate.${template}.signed-on`),
    signedOn: dateInWords(data.signedOn, language),
    signed: { year, month, day },
    qr: qrCodeSvg(signedClaim === undefined ? verifyUrl : `${verifyUrl}#${signedClaim}`),
    qrAlt: words('certificate.qr', { url: verifyUrl }),
  };
}

/** The first field is whose certificate it is: it and the code by which it is known stand out. */
function fieldsOf({ language, data }: CertificateOrder, creditCodeLabel: string) {
  const fields = data.fields.map(({ label, value }, n) => {
    const text = typeof value === 'string' ? value : value[language];
    return { label: label[language], value: text, wide: widthOf(text) > HALF_LINE, strong: n === 0 };
  });
  if (data.creditCode === undefined) return fields;
  const creditCode = { label: creditCodeLabel, value: data.creditCode, wide: false, strong: true };
  return [...fields.slice(0, 1), creditCode, ...fields.slice(1)];
}

/** In Han characters; a Latin letter or figure is half of one. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character < '\u0300' ? 0.5 : 1), 0);
}

/** The strings that will be seen in glyphs; the code's drawing and its alternative text are not. */
export function printedTexts(text: ReturnType<typeof certificateText>): readonly string[] {
  const { qr: _drawing, qrAlt: _spoken, fonts: _fonts, ...printed } = text;
  return stringsIn(printed);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
