import { certificateDefinition } from '../../domain/certificate/certificate.ts';
import type { Author } from '../../domain/record/version.ts';
import { seriesDefinition } from '../../domain/series/series.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import type { References } from '../cases/references.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';
import { loadRecord } from '../record/load-record.ts';
import { seriesIdOf } from './number-certificate.ts';

export interface Voiding {
  readonly kernel: RecordKernel;
  readonly lists: Pick<RecordLists, 'find'>;
  readonly references: Pick<References, 'serviceInForce'>;
}

/**
 * Voids a certificate that should not be out: it verifies as revoked, and the register says why its number is void. Given
 * again it is the same. Throws when no certificate has the number, or it never became valid.
 */
export async function voidCertificate(
  { kernel, lists, references }: Voiding,
  { number, reason, by, now }: { number: string; reason: string; by: Author; now: string },
): Promise<{ readonly certificateId: string; readonly seriesId: string }> {
  const { records } = await lists.find('certificate', number, { limit: 1 });
  const certificateId = records[0]?.id;
  const certificate =
    certificateId === undefined ? undefined : await loadRecord(kernel, certificateDefinition, certificateId);
  if (certificateId === undefined || certificate?.version.state.number !== number)
    throw new Error(`No certificate has the number ${number}: check it`);
  const given = { actor: by, key: `void/${number}/${reason}`, now, reference: async () => undefined };
  const revoked = await giveCommand(kernel, certificateDefinition, {
    ...{ id: certificateId, command: { type: 'revoke' as const, reason } },
    ...given,
  });
  if (!revoked.done) throw new Error(`The certificate is not revoked: ${revoked.refusal.kind}`);
  const found = await references.serviceInForce(certificate.version.state.service);
  if (found === undefined) throw new Error('The service of the certificate is not published any more');
  const pattern = found.service.result.numberSeries;
  const seriesId = seriesIdOf(certificate.version.hall, pattern);
  // Prefix, year, and the running number in its width.
  const serial = Number(number.slice(pattern.prefix.length + 4));
  const told = await giveCommand(kernel, seriesDefinition, {
    ...{ id: seriesId, command: { type: 'void' as const, number: serial, reason } },
    ...given,
  });
  if (!told.done) throw new Error(`The register of ${seriesId} was not told: ${told.refusal.kind}`);
  return { certificateId, seriesId };
}
