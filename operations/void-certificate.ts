/**
 * Voids a certificate that should not be out: `npm run void-certificate -- --stage dev <number> <reason>`. It verifies as revoked from then on,
 * and the register says why its number is void; the number is never given again. The reason is a code, as `misprint`:
 * it stands in the clear.
 */
import { voidCertificate } from '../functions/use-cases/certificates/void-certificate.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const {
  words: [number, reason],
} = await takeStageEnvironment();
if (number === undefined || reason === undefined || !/^[a-z][a-z-]{2,40}$/.test(reason))
  throw new Error('Say the number of the certificate and the reason as a code, as: GT2026000042 misprint');
// The container reads its configuration when it is loaded.
const { makeKernel } = await import('../functions/container/kernel.ts');
const by = { kind: 'system', id: 'operator' } as const;
const now = new Date().toISOString();
const { certificateId, seriesId } = await voidCertificate(makeKernel(), { number, reason, by, now });
console.log(`✔ ${number} is revoked (${certificateId}), and the register ${seriesId} says why: ${reason}`);
