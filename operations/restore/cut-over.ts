import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbActiveRegion } from '../../functions/adapters/dynamodb/active-region.ts';
import { configured } from '../../functions/config.ts';
import { ENVIRONMENT } from '../../functions/environment.ts';
import { REGIME_CACHE_SECONDS } from '../../functions/ports/active-region.ts';
import { type Stage, stageConfig } from '../../infra/config.ts';
import { FUNCTIONS, timeoutOf } from '../../infra/function-entries.ts';
import type { RestoredTable } from '../../infra/restored-table.ts';
import { addReplica } from './add-replica.ts';
import { destroyAgain, moveAllSeriesOn } from './after-restore.ts';
import { makeCourse } from './course.ts';
import { createEmptyTable, describeTable } from './empty-table.ts';
import { type Preparing, prepareTable } from './prepare-table.ts';
import { compareTables } from './walk-tables.ts';

export interface CuttingOver {
  readonly stage: Stage;
  readonly copy: string;
  readonly lost: boolean;
  readonly skip: number;
  /** Instead of what cache and the longest function take; for rehearsals, where nothing else writes. */
  readonly waitSeconds?: number;
  readonly say: (line: string) => void;
}

/** All of the cut-over that comes before the deployment; throws where the new table is not what was restored. */
export async function cutOver(given: CuttingOver): Promise<RestoredTable> {
  const { stage, copy, lost, say } = given;
  const { region, replica } = stageConfig(stage);
  const now = new Date().toISOString();
  const dynamo = new DynamoDBClient({});
  const documents = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const live = configured('recordsTable');
  const target = `banli-${stage}-records-${now.replaceAll(/\D/g, '').slice(0, 12)}`;
  const course = makeCourse(say);
  // Before anybody is turned away.
  const restored = await describeTable(dynamo, copy);
  if (!lost) await course.step('close', () => closeLeft(documents, live, region, given, now));
  const source = lost ? restored : await describeTable(dynamo, live);
  await course.step('empty-table', () => createEmptyTable(dynamo, source, target, { stream: true }));
  const protect = stage !== 'local';
  const secondStreamArn =
    replica && (await course.step('replica', () => addReplica(dynamo, replica, { target, protect })));
  const preparing: Preparing = { dynamo, documents, copy, target, region, protect, say };
  const { streamArn, regime } = await course.step('load', () => prepareTable(preparing, now));
  // From here on every port of the container is made over the new table.
  process.env[ENVIRONMENT.recordsTable] = target;
  const { makeRestored } = await import('./make-restored.ts');
  const working = makeRestored(stage, regime.epoch, say);
  const after = { ...working, documents, table: target, say };
  await course.step('series', () => moveAllSeriesOn(after, given.skip, `cut-over/${target}`, now));
  const left = await course.step('destroy-again', () => destroyAgain(working, now));
  for (const { caseId, why } of left) say(`✖ case ${caseId} was destroyed before, and is not now: ${why}`);
  // What was written here since is not in the copy.
  const takenAt = new Date(Date.parse(now) - 1).toISOString();
  const { figures, differences } = await course.step('compare', () =>
    compareTables({ client: documents, copy, live: target, takenAt, say }),
  );
  for (const { record, item, what } of differences) say(`✖ ${record} ${item}: ${what}`);
  if (differences.length > 0) throw new Error(`${target} is not what was restored: nothing points at it yet`);
  say(`${figures.records} records equal, in ${course.seconds()} s`);
  return { name: target, streamArn, ...(secondStreamArn && { secondStreamArn }) };
}

/** Nobody writes any more once every cached answer is old and every function that read it has ended. */
async function closeLeft(
  documents: DynamoDBDocumentClient,
  table: string,
  region: string,
  { waitSeconds, say }: CuttingOver,
  now: string,
): Promise<void> {
  const regions = new DynamoDbActiveRegion(documents, table, { own: region, first: region });
  const standing = await regions.regime();
  const closed = { region, epoch: 1, ...standing, since: now, by: 'operator', closed: true };
  if (!(await regions.replace(standing, closed)))
    throw new Error('Somebody else switched just now: look, then try again');
  const longest = Math.max(...Object.keys(FUNCTIONS).map(timeoutOf));
  const wait = waitSeconds ?? REGIME_CACHE_SECONDS + longest;
  say(`Commands are refused; ${wait} s until the last one that began before has ended`);
  await pause(wait * 1000);
}
