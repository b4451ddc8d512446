import type { Language, LocalizedText } from '../language.ts';

/** Designs of certificates; a service names one in its result. */
export const CERTIFICATE_TEMPLATES = ['business-licence'] as const;
export type CertificateTemplate = (typeof CERTIFICATE_TEMPLATES)[number];

export function isCertificateTemplate(name: string): name is CertificateTemplate {
  return CERTIFICATE_TEMPLATES.some((template) => template === name);
}

/** What is printed, taken from locked data: the same data gives the same bytes. Dates are `YYYY-MM-DD`. */
export interface CertificateData {
  readonly title: LocalizedText;
  readonly number: string;
  readonly copy: 'original' | 'duplicate';
  /** The unified credit code, where the certificate gives one. */
  readonly creditCode?: string;
  /** In the order of printing; what a person typed is a plain string, printed as it is. */
  readonly fields: readonly { readonly label: LocalizedText; readonly value: LocalizedText | string }[];
  readonly authority: LocalizedText;
  readonly signedOn: string;
  /** Last day of validity; absent where the certificate does not expire. */
  readonly validUntil?: string;
  /** The public page that tells whether the certificate is valid today; it becomes the QR code. */
  readonly verifyUrl: string;
  /** What the code says by itself, signed: it stands after the `#` of the address, which no browser sends anywhere. */
  readonly signedClaim?: string;
}

export interface CertificateOrder {
  readonly template: CertificateTemplate;
  readonly language: Language;
  readonly data: CertificateData;
}
