import type { CertificateData, CertificateOrder } from '../../../functions/domain/papers/certificate.ts';
import { text } from '../../papers/facts.ts';

/** A certificate of nobody's business, in whatever language, with what is to be different. */
export function orderOf(
  language: CertificateOrder['language'] = 'zh-Hant',
  different: Partial<CertificateData> = {},
): CertificateOrder {
  return { template: 'licence', language, data: { ...data, ...different } };
}

export function withOperator(name: string): Partial<CertificateData> {
  return { fields: data.fields.map((one) => (one.field === 'operator' ? { ...one, value: name } : one)) };
}

const data: CertificateData = {
  title: text('營業執照', '营业执照', 'Business Licence'),
  number: 'H1-STR-2026-000042',
  copy: 'original',
  fields: [
    { field: 'business-name', value: '山海小吃店' },
    { field: 'credit-code', value: '92110101MA0000007P' },
    { field: 'operator', value: '林大文' },
    { field: 'type', value: text('個體工商戶', '个体工商户', 'Sole trader') },
    { field: 'form', value: text('個人經營', '个人经营', 'Run by one person') },
    { field: 'founded-on', value: text('2026年3月5日', '2026年3月5日', '5 March 2026') },
    { field: 'domicile', value: '示例市第一區和平路100號' },
    { field: 'premises', value: '示例市第一區中心路1號' },
    { field: 'scope', value: '餐飲服務；日用百貨零售。' },
  ],
  authority: text('第一服務中心', '第一服务中心', 'Service Centre One'),
  signedOn: '2026-03-05',
  verifyUrl: 'https://banli.example.org/verify/7F3K2M9QX4T8B6D1',
};
