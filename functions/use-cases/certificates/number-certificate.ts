import { certificateDefinition } from '../../domain/certificate/certificate.ts';
import { renderNumber, seriesDefinition } from '../../domain/series/series.ts';
import { giveCommand } from '../record/give-command.ts';
import type { RecordKernel } from '../record/kernel.ts';
import { loadRecord } from '../record/load-record.ts';
import { commandCertificate } from './command-certificate.ts';

export interface NumberPattern {
  readonly id: string;
  readonly prefix: string;
  readonly digits: number;
}

/** The series of a hall: each number it hands out is one of its versions. */
export function seriesIdOf(hall: string, { id }: NumberPattern): string {
  return `${hall}-${id}`;
}

/**
 * Gives a certificate its number, once. A run that died after taking one finds it in the series' history, from the
 * version that the certificate saw at its beginning; so does one that another run overtook. [3.6.1]
 */
export async function numberCertificate(
  kernel: RecordKernel,
  {
    certificateId,
    hall,
    pattern,
    year,
  }: { certificateId: string; hall: string; pattern: NumberPattern; year: string },
  now: string,
): Promise<string> {
  const known = await loadRecord(kernel, certificateDefinition, certificateId);
  if (known === undefined) throw new Error(`Certificate ${certificateId} has not begun`);
  const { number, seriesSeen } = known.version.state;
  if (number !== undefined) return number;
  const series = { seriesId: seriesIdOf(hall, pattern), certificateId, seen: seriesSeen };
  const taken =
    (await alreadyTaken(kernel, series)) ?? (await takeNumber(kernel, hall, series, pattern, now));
  await commandCertificate(
    kernel,
    certificateId,
    { type: 'number', number: renderNumber(pattern, year, taken) },
    now,
  );
  const numbered = await loadRecord(kernel, certificateDefinition, certificateId);
  if (numbered?.version.state.number === undefined)
    throw new Error(`Certificate ${certificateId} kept no number`);
  return numbered.version.state.number;
}

interface Series {
  readonly seriesId: string;
  readonly certificateId: string;
  /** Version of the series before anything was taken for this certificate. */
  readonly seen: number;
}

async function alreadyTaken(
  { store }: RecordKernel,
  { seriesId, certificateId, seen }: Series,
): Promise<number | undefined> {
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
  kernel: RecordKernel,
  hall: string,
  series: Series,
  { prefix, digits }: NumberPattern,
  now: string,
): Promise<number> {
  const { seriesId, certificateId } = series;
  const answer = await giveCommand(kernel, seriesDefinition, {
    id: seriesId,
    command: { type: 'take', hall, prefix, digits, certificateId },
    actor: { kind: 'system', id: 'workflow' },
    key: `take/${certificateId}`,
    repeats: { epoch: 1, version: series.seen },
    now,
    reference: async () => undefined,
  });
  if (!answer.done) throw new Error(`The series refused a number: ${answer.refusal.kind}`);
  // A repeat answers the series as it is now, whose last number may be another certificate's.
  const taken = answer.repeated ? await alreadyTaken(kernel, series) : answer.record.version.state.last;
  if (taken === undefined) throw new Error(`Series ${seriesId} shows no number for ${certificateId}`);
  return taken;
}
