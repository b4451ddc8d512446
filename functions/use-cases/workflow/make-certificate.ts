import { caseDefinition } from '../../domain/case/case.ts';
import { certificateDefinition } from '../../domain/certificate/certificate.ts';
import { localDate } from '../../domain/clock/local-time.ts';
import { renderNumber, seriesDefinition } from '../../domain/series/series.ts';
import type { Archive } from '../../ports/archive.ts';
import type { CertificatePrinter } from '../../ports/certificate-printer.ts';
import { certificateOrderOf } from '../certificates/certificate-order.ts';
import { giveCommand } from '../record/give-command.ts';
import { loadRecord } from '../record/load-record.ts';
import type { StageAnswer, Task } from './ask-stage.ts';
import { type CaseTasks, commandByTask, runTask } from './case-task.ts';

export interface Printing extends CaseTasks {
  readonly printer: CertificatePrinter;
  readonly archive: Archive;
  readonly portalUrl: string;
  /** 128 bits, for the QR: the number alone tells nobody anything. */
  readonly verificationCode: (caseId: string, visit: number) => Promise<string>;
}

const WORKFLOW = { kind: 'system', id: 'workflow' } as const;
const none = async () => undefined;

/**
 * Handling: makes the certificate from the case's locked data. The certificate's record comes first, without a number
 * but with the series version then seen; only then is a number taken, and a re-run searches the series from there
 * before taking one. A glyph the fonts lack stops it for a person to settle. [3.6.1]
 */
export async function makeCertificate(printing: Printing, task: Task, now: string): Promise<StageAnswer> {
  return runTask(printing, task, 'certificate', async ({ visit }) => {
    const loaded = await loadRecord(printing.kernel, caseDefinition, task.caseId);
    if (loaded?.version.state.status !== 'in-handling') return;
    const { version } = loaded;
    const { service, days } = await printing.references.ofCase(version.state);
    const certificateId = `${task.caseId}-${visit}`;
    const { numberSeries } = service.result;
    const seriesId = `${version.hall}-${numberSeries.id}`;
    const code = await printing.verificationCode(task.caseId, visit);
    const issuedOn = localDate(now, days.calendar.timeZone);
    await begin(
      printing,
      version.hall,
      certificateId,
      seriesId,
      { caseId: task.caseId, service, code, version },
      now,
    );
    const number = await numberFor(
      printing,
      version.hall,
      certificateId,
      seriesId,
      numberSeries,
      issuedOn,
      now,
    );
    const verifyUrl = `${printing.portalUrl}/verify/${number}?code=${code}`;
    const printed = await printing.printer.print(
      certificateOrderOf(version, service, { number, issuedOn, verifyUrl }),
    );
    if (!printed.printed) {
      await commandByTask(
        printing,
        task.caseId,
        `hold/${visit}`,
        { type: 'hold-certificate', why: 'glyph-missing' },
        now,
      );
      return;
    }
    const pdfKey = `certificates/${certificateId}.pdf`;
    await printing.archive.keep(pdfKey, printed.pdf, {
      mediaType: 'application/pdf',
      sha256: printed.sha256,
    });
    await command(
      printing,
      certificateId,
      'issue',
      { type: 'issue', issuedOn, pdfSha256: printed.sha256, pdfKey },
      now,
    );
    const made = { type: 'record-certificate', certificateId, number, sha256: printed.sha256 };
    await commandByTask(printing, task.caseId, `certificate/${visit}`, made, now);
  });
}

interface ForCase {
  readonly caseId: string;
  readonly service: Parameters<typeof certificateOrderOf>[1];
  readonly code: string;
  readonly version: Parameters<typeof certificateOrderOf>[0];
}

async function begin(
  printing: Printing,
  hall: string,
  certificateId: string,
  seriesId: string,
  { caseId, service, code, version }: ForCase,
  now: string,
): Promise<void> {
  const series = await printing.store.newest({ kind: 'series', id: seriesId });
  const { answers } = version.personal;
  const published = Object.fromEntries(
    service.result.published.map((question) => [question, String(answers[question] ?? '')]),
  );
  const seriesSeen = series?.newest.version ?? 0;
  const facts = { hall, caseId, service: service.id, seriesSeen, published, verificationCode: code };
  await command(printing, certificateId, 'begin', { type: 'begin', ...facts }, now);
}

async function numberFor(
  printing: Printing,
  hall: string,
  certificateId: string,
  seriesId: string,
  pattern: { prefix: string; digits: number },
  issuedOn: string,
  now: string,
): Promise<string> {
  const certificate = await loadRecord(printing.kernel, certificateDefinition, certificateId);
  if (certificate?.version.state.number !== undefined) return certificate.version.state.number;
  const taken =
    (await alreadyTaken(printing, seriesId, certificateId, certificate?.version.state.seriesSeen ?? 0)) ??
    (await takeNumber(printing, hall, certificateId, seriesId, pattern, now));
  const number = renderNumber(pattern, issuedOn.slice(0, 4), taken);
  await command(printing, certificateId, 'number', { type: 'number', number }, now);
  return number;
}

/** A run that died after taking a number finds it in the series' history. */
async function alreadyTaken({ store }: Printing, seriesId: string, certificateId: string, seen: number) {
  let after = { epoch: 1, version: seen };
  for (;;) {
    const versions = await store.versionsAfter({ kind: 'series', id: seriesId }, after, 25);
    for (const kept of versions) {
      const { event }: { event?: { certificateId?: string; number?: number } } = JSON.parse(kept.clear);
      if (event?.certificateId === certificateId) return event.number;
    }
    const last = versions.at(-1);
    if (last === undefined) return undefined;
    after = last;
  }
}

async function takeNumber(
  { kernel }: Printing,
  hall: string,
  certificateId: string,
  seriesId: string,
  { prefix, digits }: { prefix: string; digits: number },
  now: string,
): Promise<number> {
  const answer = await giveCommand(kernel, seriesDefinition, {
    id: seriesId,
    command: { type: 'take', hall, prefix, digits, certificateId },
    actor: WORKFLOW,
    key: `take/${certificateId}`,
    now,
    reference: none,
  });
  if (!answer.done) throw new Error(`The series refused a number: ${answer.refusal.kind}`);
  return answer.record.version.state.last;
}

async function command(
  { kernel }: Printing,
  certificateId: string,
  key: string,
  given: Parameters<typeof certificateDefinition.judge>[1]['command'],
  now: string,
): Promise<void> {
  const answer = await giveCommand(kernel, certificateDefinition, {
    id: certificateId,
    command: given,
    actor: WORKFLOW,
    key: `${key}/${certificateId}`,
    now,
    reference: none,
  });
  const harmless = ['already-begun', 'already-issued', 'already-numbered'];
  if (!answer.done && !harmless.includes(answer.refusal.kind))
    throw new Error(`The certificate refused ${key}`);
}
