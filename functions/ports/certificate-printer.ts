import type { CertificateOrder } from '../domain/papers/certificate.ts';
import type { Refusal } from '../domain/refusal.ts';

/**
 * Prints certificates. Promises: the same order gives the same bytes, today and on another machine; the file is
 * tagged, archivable (PDF/A) and carries its fonts; data is printed as text and never read as markup.
 */
export interface CertificatePrinter {
  /**
   * The printed certificate, or the refusal `glyph-missing` when the fonts lack a character of the data: nothing is
   * ever issued with a box in place of a person's name.
   */
  print(order: CertificateOrder): Promise<Printed>;
}

export type Printed =
  | { readonly printed: true; readonly pdf: Uint8Array; readonly sha256: string }
  | {
      readonly printed: false;
      readonly refusal: Refusal;
      /** The characters, for the person who adds them; a part of a name, so never in the refusal's facts, which are logged. */
      readonly characters: readonly string[];
    };
