import { afterAll, beforeAll, expect, test } from 'vitest';
import { DynamoDbActiveRegion } from '../../functions/adapters/dynamodb/active-region.ts';
import { keptVersionOf } from '../../functions/adapters/dynamodb/items.ts';
import { caseDefinition } from '../../functions/domain/case/case.ts';
import { readClearPart } from '../../functions/domain/record/read-version.ts';
import { seriesDefinition } from '../../functions/domain/series/series.ts';
import { ENVIRONMENT } from '../../functions/environment.ts';
import { giveCommand } from '../../functions/use-cases/record/give-command.ts';
import { takeEnvironment } from '../../local/seed/environment.ts';
import { cloud } from './support/cloud.ts';
import { destructionDesk, released } from './support/destruction-desk.ts';
import { journeyBench } from './support/journey-bench.ts';
import { operate } from './support/operate.ts';

const SERIES = `cut-over-${process.pid}`;
let target: string;
let destroyed: string;
const said: string[] = [];

/** A backup is taken, then a case is destroyed; the table counts as lost, and the stage goes over to the backup. */
beforeAll(async () => {
  takeEnvironment(cloud.endpoint, cloud.region, cloud.outputs);
  const { makeKernel } = await import('../../functions/container/kernel.ts');
  const { kernel } = makeKernel();
  const given = { id: SERIES, actor: { kind: 'system', id: 'test' } as const, now: new Date().toISOString() };
  const take = { type: 'take' as const, hall: 'hall-1', prefix: 'T', digits: 6, certificateId: 'none' };
  const reference = async () => undefined;
  await giveCommand(kernel, seriesDefinition, { ...given, command: take, key: 'take', reference });
  const explained = { type: 'void' as const, number: 1, reason: 'test' };
  await giveCommand(kernel, seriesDefinition, { ...given, command: explained, key: 'void', reference });
  const desk = await destructionDesk(journeyBench());
  destroyed = desk.caseId;
  const listId = await desk.approved();
  await released(destroyed);
  const { stdout } = await operate('rehearse-restore', 'keep');
  const copy = /Kept: (\S+)/.exec(stdout)?.[1] ?? '';
  expect(copy).not.toBe('');
  expect((await operate('destroy', listId, '1')).stdout).toContain('1 destroyed');
  const { cutOver } = await import('../../operations/restore/cut-over.ts');
  process.env[ENVIRONMENT.recordsTable] = 'cannot-be-reached';
  const prepared = await cutOver({
    ...{ stage: 'local', copy, lost: true, skip: 1000 },
    say: (line) => said.push(line),
  });
  target = prepared.name;
}, 180_000);

afterAll(() => {
  process.env[ENVIRONMENT.recordsTable] = cloud.output('RecordsTableName');
});

const itemsOf = async (pk: string) => (await cloud.dump(target)).filter((item) => item.pk === pk);

test('[R17] every record of the backup is equal in the new table, and nobody can write there before it is opened', async () => {
  expect(said.join('\n')).toMatch(/\d+ records equal/);
  const [regime] = (await cloud.dump(target)).filter(({ pk }) => pk === 'JOB#active-region');
  expect(regime).toMatchObject({ closed: true, epoch: 2 });
  const { makeKernel } = await import('../../functions/container/kernel.ts');
  const answer = await giveCommand(makeKernel().kernel, caseDefinition, {
    id: destroyed,
    command: { type: 'add-note', text: '備註' },
    actor: { kind: 'staff', id: 'somebody' },
    key: 'note',
    now: new Date().toISOString(),
    reference: async () => {
      throw new Error('is not judged');
    },
  });
  expect(answer).toMatchObject({ done: false, refusal: { kind: 'closed-for-now' } });
});

test('[R8] [R17] number series have moved on, in the new epoch, and their registers say why', async () => {
  const versions = (await itemsOf(`SERIES#${SERIES}`)).filter(({ sk }) => String(sk).startsWith('v#'));
  const newest = readClearPart(keptVersionOf(versions.at(-1)));
  expect(newest).toMatchObject({
    epoch: 2,
    event: { type: 'numbers-skipped', reason: 'restore' },
    state: { last: 1001 },
  });
});

test('[6.4.2] [R38] what was destroyed after the backup is destroyed again before anybody can read it', async () => {
  // Who read it stays, with the versions.
  const left = (await itemsOf(`CASE#${destroyed}`)).filter(({ sk }) => !String(sk).startsWith('access#'));
  expect(new Set(left.map(({ sk }) => String(sk).split('#')[0]))).toEqual(new Set(['v', 'relayed']));
  expect(said.join('\n')).toMatch(/[1-9]\d* cases destroyed again, 0 not/);
});

test('[R17] a cut-over that is given up leaves the table open as it was', async () => {
  const own = { own: cloud.region, first: cloud.region };
  const live = cloud.output('RecordsTableName');
  const regions = new DynamoDbActiveRegion(cloud.clients.documents, live, own);
  const standing = await regions.regime();
  const since = new Date().toISOString();
  const closed = { region: cloud.region, epoch: 1, ...standing, since, by: 'operator', closed: true };
  expect(await regions.replace(standing, closed)).toBe(true);
  const { stdout } = await operate('cut-over', 'open');
  expect(stdout).toContain(`${live} is open`);
  expect((await regions.regime())?.closed).toBeUndefined();
});
