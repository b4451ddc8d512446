import { caseDefinition } from '../../domain/case/case.ts';
import type { CurrentCase } from '../../domain/case/rule.ts';
import type { Service } from '../../domain/catalogue/service.ts';
import { certificateDefinition } from '../../domain/certificate/certificate.ts';
import { localDate } from '../../domain/clock/local-time.ts';
import { renderNumber } from '../../domain/series/series.ts';
import { type Archive, paperKey } from '../../ports/archive.ts';
import type { CertificatePrinter } from '../../ports/certificate-printer.ts';
import type { IssuedCopies } from '../../ports/documents.ts';
import type { Signer } from '../../ports/proof.ts';
import { certificateOrderOf } from '../certificates/certificate-order.ts';
import { commandCertificate } from '../certificates/command-certificate.ts';
import { numberCertificate, seriesIdOf } from '../certificates/number-certificate.ts';
import { sealFile, withSignedClaim } from '../certificates/sign-certificate.ts';
import { loadRecord } from '../record/load-record.ts';
import type { StageAnswer, Task } from './ask-stage.ts';
import { type CaseTasks, commandByTask, runTask } from './case-task.ts';

export interface Printing extends CaseTasks {
  readonly printer: CertificatePrinter;
  readonly archive: Archive;
  readonly copies: Pick<IssuedCopies, 'keepCopy'>;
  readonly signer: Signer;
  readonly portalUrl: string;
  /** 128 bits, for the QR: the number alone tells nobody anything. */
  readonly verificationCode: (caseId: string, visit: number) => Promise<string>;
}

/** One certificate to be made; its id comes from case and visit, so that a re-run goes on with the same one. */
interface Making {
  readonly certificateId: string;
  readonly version: CurrentCase;
  readonly service: Service;
  readonly code: string;
  readonly today: string;
}

/**
 * Handling: makes the certificate from the case's locked data. A trial print comes first, so that a name the fonts lack
 * stops it for a person to settle before anything is taken; then the certificate's record, without a number but with the
 * series version then seen; then the number; then the paper. Each part is found done by a re-run. [3.6.1]
 */
export async function makeCertificate(printing: Printing, task: Task, now: string): Promise<StageAnswer> {
  return runTask(printing, task, 'certificate', async ({ visit }) => {
    const { caseId } = task;
    const loaded = await loadRecord(printing.kernel, caseDefinition, caseId);
    if (loaded?.version.state.status !== 'in-handling') return;
    const { version } = loaded;
    const { service, days } = await printing.references.ofCase(version.state);
    const certificateId = `${caseId}-${visit}`;
    const code = await printing.verificationCode(caseId, visit);
    const today = localDate(now, days.calendar.timeZone);
    const making = { certificateId, version, service, code, today };
    if (!(await isPrintable(printing, making))) {
      const held = { type: 'hold-certificate', why: 'glyph-missing' };
      await commandByTask(printing, caseId, `hold/${visit}`, held, now);
      return;
    }
    await begin(printing, making, now);
    const { number, sha256 } = await issue(printing, making, now);
    const made = { type: 'record-certificate', certificateId, number, sha256 };
    await commandByTask(printing, caseId, `certificate/${visit}`, made, now);
  });
}

async function isPrintable(printing: Printing, making: Making): Promise<boolean> {
  const trial = renderNumber(making.service.result.numberSeries, making.today.slice(0, 4), 0);
  return (await printing.printer.print(orderOf(printing, making, trial, making.today))).printed;
}

async function begin({ kernel }: Printing, { certificateId, version, service, code }: Making, now: string) {
  const id = seriesIdOf(version.hall, service.result.numberSeries);
  const series = await kernel.store.newest({ kind: 'series', id });
  const { answers } = version.personal;
  const published = Object.fromEntries(
    service.result.published.map((question) => [question, String(answers[question] ?? '')]),
  );
  const facts = { hall: version.hall, caseId: version.id, service: service.id, published };
  const seriesSeen = series?.newest.version ?? 0;
  const begun = { type: 'begin' as const, ...facts, seriesSeen, verificationCode: code };
  await commandCertificate(kernel, certificateId, begun, now);
}

/** Number, paper, archive; a certificate that was issued before keeps the day and the bytes it was issued with. */
async function issue(
  printing: Printing,
  making: Making,
  now: string,
): Promise<{ number: string; sha256: string }> {
  const { kernel, printer, archive, copies, signer } = printing;
  const { certificateId, version, service, today } = making;
  const pattern = service.result.numberSeries;
  const year = today.slice(0, 4);
  const number = await numberCertificate(kernel, { certificateId, hall: version.hall, pattern, year }, now);
  const standing = await loadRecord(kernel, certificateDefinition, certificateId);
  const issued = standing?.version.state.pdfSha256;
  if (issued !== undefined) return { number, sha256: issued };
  const order = orderOf(printing, making, number, today);
  const printed = await printer.print(await withSignedClaim(signer, version, service, order));
  if (!printed.printed)
    throw new Error(`Certificate ${certificateId} printed on trial and not with its number`);
  const pdf = await sealFile(signer, { ...printed, number });
  const sha256 = kernel.sha256(pdf);
  // No two signatures are alike: two runs make two files, and the record names the one that is the certificate.
  const pdfKey = paperKey(version.id, `certificate-${certificateId}`, sha256, 'pdf');
  await archive.keep(pdfKey, pdf, { mediaType: 'application/pdf', sha256 });
  await copies.keepCopy({ certificateId, sha256 }, pdf);
  await commandCertificate(
    kernel,
    certificateId,
    { type: 'issue', issuedOn: today, pdfSha256: sha256, pdfKey },
    now,
  );
  const kept = await loadRecord(kernel, certificateDefinition, certificateId);
  return { number, sha256: kept?.version.state.pdfSha256 ?? sha256 };
}

function orderOf(
  { portalUrl }: Printing,
  { version, service, code }: Making,
  number: string,
  issuedOn: string,
) {
  const verifyUrl = `${portalUrl}/verify/${number}?code=${code}`;
  return certificateOrderOf(version, service, { number, issuedOn, verifyUrl });
}
