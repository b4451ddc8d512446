import { hash } from 'node:crypto';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CertificateOrder, CertificateTemplate } from '../../domain/papers/certificate.ts';
import { FONT_FILES } from '../../papers/font-files.ts';
import type { CertificatePrinter, Printed } from '../../ports/certificate-printer.ts';
import { BUSINESS_LICENCE } from './business-licence.gen.ts';
import { certificateText, printedTexts } from './certificate-text.ts';
import { charactersMissingIn, codePointsOf } from './character-coverage.ts';

const TEMPLATES: Readonly<Record<CertificateTemplate, string>> = { 'business-licence': BUSINESS_LICENCE };

/** Archivable, and tagged for those who hear it read; with it Typst refuses a character that has no glyph. */
const PDF_STANDARD = 'a-2a';

/** Typst never throws away what it has remembered by itself; a printing function may live for hours. */
const MOST_AGE_OF_MEMORY = 10;

/** Prints by Typst, in this process. Starting takes 50 ms, a certificate a few; native, so x64 Linux in the cloud. */
export class TypstCertificatePrinter implements CertificatePrinter {
  readonly #compiler: NodeCompiler;
  readonly #families: readonly (readonly ReadonlySet<number>[])[];

  /** Takes the directory that holds the files of `FONT_FILES`, by name. */
  constructor({ fontDirectory }: { readonly fontDirectory: string }) {
    const files = FONT_FILES.map(({ name }) => join(fontDirectory, name));
    this.#compiler = NodeCompiler.create({
      workspace: fontDirectory,
      fontArgs: [{ fontPaths: [fontDirectory] }],
    });
    const [tcRegular, tcBold, scRegular, scBold] = files.map(codePointsOf);
    if (!tcRegular || !tcBold || !scRegular || !scBold)
      throw new Error('Two families of two weights are needed');
    this.#families = [
      [tcRegular, tcBold],
      [scRegular, scBold],
    ];
  }

  async print(order: CertificateOrder): Promise<Printed> {
    const text = certificateText(order);
    const characters = charactersMissingIn(this.#families, printedTexts(text));
    if (characters.length > 0) return { printed: false, refusal: { kind: 'glyph-missing' }, characters };
    const pdf = this.#typeset(TEMPLATES[order.template], JSON.stringify(text));
    return { printed: true, pdf, sha256: hash('sha256', pdf, 'hex') };
  }

  #typeset(template: string, data: string): Uint8Array {
    const compiled = this.#compiler.compile({ mainFileContent: template, inputs: { data } });
    if (compiled.result === null) {
      throw new Error(
        `The certificate does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`,
      );
    }
    const pdf = this.#compiler.pdf(compiled.result, { pdfStandard: PDF_STANDARD });
    this.#compiler.evictCache(MOST_AGE_OF_MEMORY);
    return pdf;
  }
}
