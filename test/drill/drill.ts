/**
 * `npm run drill -- [cases] [rounds]`: raises a local cloud with two regions, brings cases to all stages, takes the first
 * region's service really away, activates the second, lets every case end there, counts what was carried, lost and
 * doubled, files itself; then the way back. Real here: the table's replica (5 ms), functions, queues, state machines,
 * buses, pools, keys. Not real, and shown with fakes in test/use-cases/region: strong consistency and its conflict
 * exceptions, a lost quorum, late arrivals and forks.
 */
import { execa } from 'execa';
import { TOTP } from 'otpauth';
import { environmentFor } from '../../local/aws.ts';
import { redeployService } from '../../local/deploy.ts';
import { root } from '../../local/places.ts';
import { LOCAL_PASSWORD } from '../../local/seed/colleagues.ts';
import { raiseTestCloud, type TestRegion } from '../../local/test-cloud.ts';
import { type ConnectedCloud, connect } from '../integration/support/connect.ts';
import { carryAll, type DrillCase, type Hall, STAGES } from './carry.ts';
import { ask, type Colleague, customerIn, enrolInSecond, firstHall } from './hall.ts';
import { takeServiceAway } from './losing.ts';
import { fileRound, type Reckoning, reckon } from './reckoning.ts';

const [count = 50, rounds = 1] = process.argv.slice(2).map(Number);
const prove = (secret: string) => ({ password: LOCAL_PASSWORD, code: new TOTP({ secret }).generate() });
const started = Date.now();
const say = (line: string) =>
  console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${line}`);

async function hallIn(
  cloud: ConnectedCloud,
  region: TestRegion,
  staff: ReadonlyMap<string, Colleague>,
): Promise<Hall> {
  const customers = new Map<string, Awaited<ReturnType<typeof customerIn>>>();
  for (let n = 0; n < 5; n += 1) {
    await cloud.forgetLimits();
    await forgetLimitsIn(cloud, region);
    const contact = `drill${n}@example.org`;
    customers.set(contact, await customerIn(cloud, region, contact, '451X'));
  }
  return { staff, customers };
}

/** Every region counts codes for itself. */
async function forgetLimitsIn(cloud: ConnectedCloud, region: TestRegion): Promise<void> {
  if (region.region === cloud.region) return;
  const there = connect({ ...cloud, ...region });
  await there.forgetLimits();
}

async function makeCases(hall: Hall): Promise<readonly DrillCase[]> {
  const cases: DrillCase[] = [];
  for (let n = 0; n < count; n += 1) {
    const contact = `drill${n % 5}@example.org`;
    const customer = hall.customers.get(contact);
    if (customer === undefined) throw new Error('nobody');
    const body = { serviceId: 'sole-trader-registration' };
    const { caseId } = await ask(customer.region, 'POST', '/me/cases', {
      token: customer.token,
      body,
      commands: true,
    });
    cases.push({ caseId, stage: STAGES[n % STAGES.length] ?? 'draft', contact, returned: false });
  }
  const stuck = await carryAll(hall, cases, ({ stage }) => stage, prove);
  if (stuck.length > 0)
    throw new Error(`${stuck.length} cases never got to ${stuck.map(({ stage }) => stage)}`);
  return cases;
}

async function activate(cloud: ConnectedCloud, region: string, ...words: string[]): Promise<void> {
  const command = ['operations/activate-region.ts', '--stage', 'local', '--region', region, ...words];
  const env = environmentFor(cloud.endpoint, region);
  const { stdout } = await execa('node', command, { cwd: root, env, extendEnv: false, preferLocal: true });
  for (const line of stdout.split('\n')) say(`  ${line}`);
}

const { cloud: raised, lower } = await raiseTestCloud('drill', { secondRegion: true });
const cloud = connect(raised);
const { second } = cloud;
try {
  if (second === undefined) throw new Error('The drill needs two regions');
  say(`two regions are up: ${cloud.region} active, ${second.region} passive`);
  const atHome = await firstHall(cloud);
  const inSecond = await enrolInSecond(cloud, atHome);
  const failed: Reckoning[] = [];
  // No rounds: only the loss, without the way back.
  for (let round = 1; round <= Math.max(rounds, 1); round += 1) {
    const away = await takeOver(cloud, second, await hallIn(cloud, cloud, await firstHall(cloud)), inSecond);
    const reckonings = rounds === 0 ? [away] : [away, await comeBack(cloud, second, inSecond)];
    failed.push(...reckonings.filter(({ verdict }) => verdict === 'failed'));
  }
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await lower();
}

/** The first region is lost in the middle of cases at all stages; the second carries them to their end. */
async function takeOver(
  cloud: ConnectedCloud,
  second: TestRegion,
  home: Hall,
  inSecond: () => Promise<ReadonlyMap<string, Colleague>>,
): Promise<Reckoning> {
  const begun = new Date().toISOString();
  const cases = await makeCases(home);
  say(`${cases.length} cases at ${STAGES.length} stages`);
  const before = await cloud.dump(cloud.output('RecordsTableName'));
  const lost = await takeServiceAway(cloud.endpoint, cloud.region);
  say(
    `${cloud.region} is gone: ${lost.functions} functions, ${lost.queues} queues, ${lost.machines} state machines left`,
  );
  await activate(cloud, second.region, 'gone');
  const hall = await hallIn(cloud, second, await inSecond());
  say('customers and staff are signed in to the second region');
  const stuck = await carryAll(hall, cases, () => 'archived', prove);
  return settle('there', { cloud, begun, cases, stuck, before });
}

/** The first region's service is deployed again and takes over from a second one that lives. */
async function comeBack(
  cloud: ConnectedCloud,
  second: TestRegion,
  inSecond: () => Promise<ReadonlyMap<string, Colleague>>,
): Promise<Reckoning> {
  const begun = new Date().toISOString();
  await redeployService(cloud);
  say(`${cloud.region} is deployed again`);
  const cases = await makeCases(await hallIn(cloud, second, await inSecond()));
  say(`${cases.length} cases at ${STAGES.length} stages in ${second.region}`);
  const before = await cloud.dump(cloud.output('RecordsTableName'));
  await activate(cloud, cloud.region);
  const hall = await hallIn(cloud, cloud, await firstHall(cloud));
  const stuck = await carryAll(hall, cases, () => 'archived', prove);
  return settle('back', { cloud, begun, cases, stuck, before });
}

async function settle(way: string, given: Parameters<typeof reckon>[0]): Promise<Reckoning> {
  const reckoning = await reckon(given);
  const { drillId } = await fileRound(given.cloud, reckoning, given.begun, way);
  const { verdict, figures, breaches } = reckoning;
  say(
    `${way}: ${verdict}. ${Object.entries(figures)
      .map(([name, n]) => `${name} ${n}`)
      .join(', ')}. Filed as ${drillId}.`,
  );
  for (const breach of breaches.slice(0, 20)) say(`  ${breach}`);
  return reckoning;
}
