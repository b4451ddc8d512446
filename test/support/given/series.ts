import { type SeriesCommand, seriesDefinition } from '../../../functions/domain/series/series.ts';
import { giveCommand } from '../../../functions/use-cases/record/give-command.ts';
import type { RecordKernel } from '../../../functions/use-cases/record/kernel.ts';

/** The simplest of all records: a series that hands out numbers. */
export const givenSeries = {
  definition: seriesDefinition,
  id: 'hall-1-licence',
  take: (certificateId: string): SeriesCommand => ({
    type: 'take',
    hall: 'hall-1',
    prefix: 'GT',
    digits: 6,
    certificateId,
  }),
};

/** The number it gave; throws when it was refused. */
export async function takeNumber(kernel: RecordKernel, certificateId: string): Promise<number> {
  const answer = await giveCommand(kernel, seriesDefinition, {
    id: givenSeries.id,
    command: givenSeries.take(certificateId),
    actor: { kind: 'system', id: 'test' },
    key: certificateId,
    now: '2026-03-02T01:00:00Z',
    reference: async () => undefined,
  });
  if (!answer.done) throw new Error(answer.refusal.kind);
  return answer.record.version.state.last;
}
