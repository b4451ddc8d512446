import { dateInWords } from '../../domain/dates-in-words.ts';
import type { Language } from '../../domain/language.ts';
import type { CertificateField, CertificateOrder } from '../../domain/papers/certificate.ts';
import { speak } from '../../words/speak.ts';
import { qrCodeSvg } from './qr-code.ts';

/** How each language is set: its own forms of a character first, the other family's for what the first lacks. */
const TYPE: Readonly<Record<Language, { lang: string; region: string; fonts: readonly string[] }>> = {
  'zh-Hant': { lang: 'zh', region: 'TW', fonts: ['Noto Sans TC', 'Noto Sans SC'] },
  'zh-Hans': { lang: 'zh', region: 'CN', fonts: ['Noto Sans SC', 'Noto Sans TC'] },
  en: { lang: 'en', region: 'GB', fonts: ['Noto Sans SC', 'Noto Sans TC'] },
};

const WIDE: ReadonlySet<CertificateField> = new Set(['domicile', 'premises', 'scope']);
const STRONG: ReadonlySet<CertificateField> = new Set(['business-name', 'operator', 'credit-code']);

/** Everything a certificate says, in its language, as the template takes it. */
export function certificateText({ language, data }: CertificateOrder) {
  const words = speak(language);
  const { number, verifyUrl, validUntil } = data;
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
    fields: data.fields.map(({ field, value }) => ({
      label: words(`certificate.field.${field}`),
      value: typeof value === 'string' ? value : value[language],
      wide: WIDE.has(field),
      strong: STRONG.has(field),
    })),
    notes: [validity, words('certificate.verify')],
    authorityLabel: words('certificate.authority'),
    authority: data.authority[language],
    sealLabel: words('certificate.seal'),
    signedLabel: words('certificate.signed-on'),
    signedOn: dateInWords(data.signedOn, language),
    signed: { year, month, day },
    qr: qrCodeSvg(verifyUrl),
    qrAlt: words('certificate.qr', { url: verifyUrl }),
  };
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
