import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { certificateText } from '../../../functions/adapters/typst/certificate-text.ts';
import { TypstCertificatePrinter } from '../../../functions/adapters/typst/typst-certificate-printer.ts';
import { keySetOf } from '../../../functions/domain/proof/key-set.ts';
import { verifyFiles } from '../../../functions/domain/proof/verify-files.ts';
import { sealFile, withSignedClaim } from '../../../functions/use-cases/certificates/sign-certificate.ts';
import { nodeVerifying } from '../../../operations/verifier/node-verifying.ts';
import { orderOf } from '../../adapters/typst/order.ts';
import { memorySigner } from '../../support/fakes/memory-proof.ts';
import { makeFontDirectory } from '../../support/font-directory.ts';
import { bringTo } from '../../support/given/case-story.ts';
import { fileOf, makeSigningKey } from '../../support/given/proof.ts';

const key = makeSigningKey();
const signer = memorySigner(key);
const keys = fileOf('keys.json', keySetOf([key.published]));
const printer = new TypstCertificatePrinter({ fontDirectory: makeFontDirectory() });

/** A real certificate, signed as it is when it is made. */
async function setup() {
  const story = await bringTo('in-handling');
  const current = await story.current();
  const given = orderOf('zh-Hant', {
    verifyUrl: 'https://banli.example.org/verify/H1-STR-2026-000042?code=7F3K2M9QX4T8B6D17F3K2M',
  });
  const order = await withSignedClaim(signer, current, story.reference.service, given);
  const printed = await printer.print(order);
  if (!printed.printed) throw new Error('not printed');
  const bytes = await sealFile(signer, { ...printed, number: order.data.number });
  return { order, bytes, pdf: printed.pdf };
}

const judged = (file: { name: string; bytes: Uint8Array }) => verifyFiles([file, keys], nodeVerifying)[0];

describe('a signed certificate', () => {
  test('[R37] its QR code verifies offline and tells number, masked holder, days and status', async () => {
    const { order } = await setup();
    const { verifyUrl, signedClaim } = order.data;
    const report = judged(fileOf('code.txt', `${verifyUrl}#${signedClaim}`));
    expect(report).toMatchObject({ kind: 'certificate-code', findings: [] });
    expect(report?.says).toEqual([
      '["C1","H1-STR-2026-000042","王*明","2026-03-05","","valid","2026-03-05"]',
    ]);
    expect(
      judged(fileOf('code.txt', `${verifyUrl.replace('000042', '000043')}#${signedClaim}`))?.findings,
    ).toEqual([{ is: 'proof-of-another' }]);
  });

  test('its QR code stays one that a telephone reads: modules of 0.45 millimetres or more', async () => {
    const { order } = await setup();
    const modules = Number(/viewBox="0 0 (\d+) /.exec(certificateText(order).qr)?.[1]);
    expect(36 / modules).toBeGreaterThanOrEqual(0.45);
  });

  test('[R37] its file verifies to the last byte, and a reader opens it as before', async () => {
    const { bytes, pdf } = await setup();
    expect(judged({ name: 'licence.pdf', bytes })).toMatchObject({ kind: 'certificate-file', findings: [] });
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    expect(document.numPages).toBe(1);
    expect(judged({ name: 'licence.pdf', bytes: pdf })?.findings).toEqual([{ is: 'last-line-missing' }]);
  });

  test('[R37] each byte changed in its file is named, all along it', async () => {
    const { bytes } = await setup();
    const places = Array.from({ length: 60 }, (_, n) => Math.floor((n * (bytes.length - 1)) / 59));
    for (const place of places) {
      const changed = bytes.map((byte, n) => (n === place ? byte ^ 1 : byte));
      expect(judged({ name: 'licence.pdf', bytes: changed })?.findings).not.toEqual([]);
    }
  });
});
