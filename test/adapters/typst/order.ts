import type { CertificateData, CertificateOrder } from '../../../functions/domain/papers/certificate.ts';
import { text } from '../../papers/facts.ts';

/** A certificate of nobody's business, in whatever language, with what is to be different. */
export function orderOf(
  language: CertificateOrder['language'] = 'zh-Hant',
  different: Partial<CertificateData> = {},
): CertificateOrder {
  return { template: 'business-licence', language, data: { ...data, ...different } };
}

const OPERATOR = text('經營者', '经营者', 'Trader');
const SCOPE = text('經營範圍', '经营范围', 'Scope');

export function withOperator(value: string): Partial<CertificateData> {
  return { fields: data.fields.map((one) => (one.label === OPERATOR ? { ...one, value } : one)) };
}

export function withScope(value: string): Partial<CertificateData> {
  return { fields: data.fields.map((one) => (one.label === SCOPE ? { ...one, value } : one)) };
}

const data: CertificateData = {
  title: text('營業執照', '营业执照', 'Business Licence'),
  number: 'H1-STR-2026-000042',
  copy: 'original',
  creditCode: '92110101MA0000007P',
  fields: [
    { label: text('名稱', '名称', 'Name'), value: '山海小吃店' },
    { label: OPERATOR, value: '林大文' },
    { label: text('組成形式', '组成形式', 'Form'), value: text('個人經營', '个人经营', 'Run by one person') },
    { label: text('經營場所', '经营场所', 'Premises'), value: '示例市第一區中心路1號市場一樓12號' },
    { label: SCOPE, value: '餐飲服務；日用百貨零售。' },
  ],
  authority: text('第一服務中心', '第一服务中心', 'Service Centre One'),
  signedOn: '2026-03-05',
  verifyUrl: 'https://banli.example.org/verify/7F3K2M9QX4T8B6D1',
};
