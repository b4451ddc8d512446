/**
 * `npm run rehearse-cut-over -- [cases]`: raises a local cloud, brings cases to all stages, takes a backup (an export of the table
 * stands in for AWS Backup), and goes over to it as the runbook says: cut over, deploy, open. Then every case is carried to its
 * end on the restored table, new ones beside them, and what was lost or doubled is counted and filed.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { environmentFor } from '../../local/aws.ts';
import { deployRestored } from '../../local/deploy.ts';
import { root } from '../../local/places.ts';
import { raiseTestCloud } from '../../local/test-cloud.ts';
import { connect } from '../integration/support/connect.ts';
import { carryAll, STAGES } from './carry.ts';
import { hallIn, makeCases, prove } from './cases.ts';
import { firstHall } from './hall.ts';
import { keptIn } from './kept.ts';
import { settle } from './reckoning.ts';

/** Functions of the local cloud end sooner than those of AWS. */
const WAIT_SECONDS = 20;

const [count = 10] = process.argv.slice(2).map(Number);
const started = Date.now();
const begun = new Date(started).toISOString();
const say = (line: string) =>
  console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`);
const stages = Array.from({ length: count }, (_, n) => STAGES[n % STAGES.length] ?? 'draft');
const making = { stages, customers: 3, patienceSeconds: 600, say };

const { cloud, lower } = await raiseTestCloud('cut-over');
const restoredTables = join(cloud.folder, 'restored-tables.json');

/** As an operator gives it, told of the stage by nothing but its name. */
async function operate(script: string, ...words: readonly string[]): Promise<string> {
  const command = [`operations/${script}.ts`, '--stage', 'local', ...words];
  const { stdout } = await execa('node', command, {
    cwd: root,
    env: { ...environmentFor(cloud.endpoint, cloud.region), BANLI_RESTORED_TABLES: restoredTables },
    extendEnv: false,
    preferLocal: true,
  });
  for (const line of stdout.split('\n')) say(`  ${line}`);
  return stdout;
}

try {
  const left = connect(cloud);
  const hall = await hallIn(making, left, await firstHall(left));
  const cases = await makeCases(making, hall);
  const before = keptIn(await left.dump(left.output('RecordsTableName')));
  const copy = /Kept: (\S+)/.exec(await operate('rehearse-restore', 'keep'))?.[1];
  if (copy === undefined) throw new Error('The rehearsal kept no copy');
  await writeFile(restoredTables, '{}');
  await operate('cut-over', copy, 'wait', String(WAIT_SECONDS));
  const outputs = await deployRestored({ ...cloud, restoredTables });
  say(`deployed over ${outputs.RecordsTableName}`);
  await operate('cut-over', 'open');
  const there = connect({ ...cloud, outputs: { ...cloud.outputs, ...outputs } });
  const fresh = await makeCases({ ...making, stages: ['submitted', 'in-review'] }, hall);
  const all = [...cases, ...fresh];
  const stuck = await carryAll(hall, all, () => 'archived', prove, making.patienceSeconds);
  const { verdict } = await settle(say, 'cut-over-rehearsed', { there, begun, cases: all, stuck, before });
  if (verdict === 'failed') process.exitCode = 1;
} finally {
  await lower();
}
