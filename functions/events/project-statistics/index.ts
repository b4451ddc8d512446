/**
 * Triggered each minute. An hour's figures are counted whole from its log and put, never added to, so a round that runs
 * twice, late or half-way leaves the same figures; what is measured now is told anew each minute.
 */
import { configured } from '../../config.ts';
import { makeFigures, makeMeasures } from '../../container/operations.ts';
import { makeRecords } from '../../container/records.ts';
import { log, startLog } from '../../log.ts';
import { measureNow } from '../../use-cases/statistics/measure-now.ts';
import { projectStatistics } from '../../use-cases/statistics/project-statistics.ts';
import { whenActive } from '../when-active.ts';

const records = makeRecords();
const figures = makeFigures(records);
const measuring = {
  ...records,
  figures,
  measures: makeMeasures(),
  halls: configured('halls').split(','),
};

export const handler = whenActive<unknown, void>(records.activeRegion, project, undefined);

async function project(): Promise<void> {
  startLog({});
  const now = new Date().toISOString();
  const { levels, hours } = await projectStatistics({ figures, jobs: records.leftOvers }, now);
  await measureNow(measuring, levels, now);
  log('STATISTICS_COMPLETED', { hours });
}
