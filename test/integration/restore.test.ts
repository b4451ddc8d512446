import { readFile, rm, writeFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { givenAnswers } from '../support/given/answers.ts';
import { cloud } from './support/cloud.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';
import { operate } from './support/operate.ts';

let caseId: string;
let file: string;

beforeAll(async () => {
  const customer = await journeyBench().customer('restore@example.org', '451X');
  caseId = await customer.begin('sole-trader-registration');
  await customer.saveDraft(caseId, 1, givenAnswers({ email: 'restore@example.org' }));
  await expectAtRest();
  const { stdout } = await operate('rehearse-restore');
  said = stdout;
  file = /exported to (\S+)/.exec(stdout)?.[1] ?? '';
  return () => rm(file, { force: true });
});

let said = '';

test('[7.2.2] [R17] restored from an export into an empty table every record is the same, version for version', async () => {
  expect(said).toContain('Every record equal');
  const [, records = '0', versions = '0'] = /(\d+) records, (\d+) versions/.exec(said) ?? [];
  const taken = /taken at (\S+)/.exec(said)?.[1] ?? '';
  const items = await cloud.dump(cloud.output('RecordsTableName'));
  // Other files' cases may still be moving; what stood at that instant was compared, all of it.
  const kept = items.filter(({ sk, at }) => String(sk).startsWith('v#') && String(at) < taken);
  expect(Number(versions)).toBeGreaterThanOrEqual(kept.length);
  expect(Number(records)).toBeGreaterThanOrEqual(new Set(kept.map(({ pk }) => pk)).size);
  expect(kept.map(({ pk }) => pk)).toContain(`CASE#${caseId}`);
});

test('[8.2.1] [R17] the rehearsal files itself as a drill, with its figures', async () => {
  const drills = (await cloud.dump(cloud.output('RecordsTableName'))).filter(
    ({ pk, sk }) => String(pk).startsWith('DRILL#restore-') && String(sk).startsWith('v#'),
  );
  const states = drills.map(({ clear }) => JSON.parse(String(clear)).state);
  expect(states).toContainEqual(
    expect.objectContaining({ subject: 'restore', status: 'finished', verdict: 'passed' }),
  );
});

test('[R17] a byte changed in the export is named: record, version and what', async () => {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const at = lines.findIndex(
    (line) => line.includes(`"CASE#${caseId}"`) && line.includes('"v#001#0000000001"'),
  );
  const { Item } = JSON.parse(lines[at] ?? '{}');
  const sealed = Buffer.from(Item.sealed.B, 'base64');
  sealed[30] = (sealed[30] ?? 0) ^ 1;
  Item.sealed.B = sealed.toString('base64');
  await writeFile(file, lines.with(at, JSON.stringify({ Item })).join('\n'));
  const { stdout, exitCode } = await operate('rehearse-restore', 'from', file);
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`✖ CASE#${caseId} v#001#0000000001: sealed differs at byte 30`);
  await expectAtRest();
});
