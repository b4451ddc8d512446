import { CATALOGUE } from '../../domain/catalogue-records/service-record.ts';
import type { RecordLists } from '../../ports/record-lists.ts';
import type { References } from '../cases/references.ts';
import { seriesIdOf } from './number-certificate.ts';

/** Ids of every series that may have given a number: of each hall, for each service of the catalogue. */
export async function numberSeriesOf(
  { lists, references }: { readonly lists: Pick<RecordLists, 'queue'>; readonly references: References },
  halls: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await lists.queue(CATALOGUE.hall, CATALOGUE.queue, {
      limit: 50,
      ...(cursor !== undefined && { cursor }),
    });
    for (const { id } of page.records) {
      const inForce = await references.serviceInForce(id);
      if (inForce === undefined) continue;
      for (const hall of halls) found.add(seriesIdOf(hall, inForce.service.result.numberSeries));
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return [...found];
}
