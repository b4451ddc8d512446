import { applicantOf } from '../../domain/case/applicant.ts';
import { maskName } from '../../domain/case/mask-name.ts';
import type { CurrentCase } from '../../domain/case/rule.ts';
import type { Service } from '../../domain/catalogue/service.ts';
import type { CertificateOrder } from '../../domain/papers/certificate.ts';
import { withSealLine } from '../../domain/proof/sealed-file.ts';
import { canonicalOf } from '../../domain/proof/signed.ts';
import type { CertificateClaim, FileClaim } from '../../domain/proof/statements.ts';
import type { Signer } from '../../ports/proof.ts';
import { signCompact } from '../proof/sign.ts';

/** The order with what its QR code will say by itself: number, masked holder, validity, and its status as of today. */
export async function withSignedClaim(
  signer: Signer,
  { personal }: CurrentCase,
  service: Service,
  order: CertificateOrder,
): Promise<CertificateOrder> {
  const { number, signedOn, validUntil = '' } = order.data;
  const holder = maskName(applicantOf(service, personal.answers).name ?? '');
  const claim: CertificateClaim = ['C1', number, holder, signedOn, validUntil, 'valid', signedOn];
  const signedClaim = await signCompact(signer, canonicalOf(claim));
  return { ...order, data: { ...order.data, signedClaim } };
}

/** The printed file with a last line that is signed over all the rest of it. */
export async function sealFile(
  signer: Signer,
  { pdf, sha256, number }: { readonly pdf: Uint8Array; readonly sha256: string; readonly number: string },
): Promise<Uint8Array> {
  const claim: FileClaim = ['F1', number, sha256];
  return withSealLine(pdf, await signCompact(signer, canonicalOf(claim)));
}
