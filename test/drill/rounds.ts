import { execa } from 'execa';
import { TOTP } from 'otpauth';
import { environmentFor } from '../../local/aws.ts';
import { redeployService } from '../../local/deploy.ts';
import { root } from '../../local/places.ts';
import { LOCAL_PASSWORD } from '../../local/seed/colleagues.ts';
import type { TestCloud, TestRegion } from '../../local/test-cloud.ts';
import { type ConnectedCloud, connect } from '../integration/support/connect.ts';
import { carryAll, type DrillCase, type Hall, type Stage } from './carry.ts';
import { ask, type Colleague, customerIn, enrolInSecond, firstHall } from './hall.ts';
import { keptIn } from './kept.ts';
import { takeServiceAway } from './losing.ts';
import { fileRound, type Reckoning, reckon } from './reckoning.ts';

export interface Drill {
  readonly first: ConnectedCloud;
  readonly second: ConnectedCloud;
  /** Signs the colleagues in to the second region, by the logins they were given beforehand. */
  readonly inSecond: () => Promise<ReadonlyMap<string, Colleague>>;
  /** Where the cases are to stand when a round begins, one each. */
  readonly stages: readonly Stage[];
  readonly customers: number;
  /** How long cases may take to get somewhere, all together. */
  readonly patienceSeconds: number;
  readonly say: (line: string) => void;
}

/** A drill over a cloud with two regions: what must have been done before one is lost is done. */
export async function openDrill(
  raised: TestCloud,
  given: Omit<Drill, 'first' | 'second' | 'inSecond'>,
): Promise<Drill> {
  if (raised.second === undefined) throw new Error('The drill needs two regions');
  const { region, outputs } = raised.second;
  const first = connect(raised);
  const second = connect({
    ...raised,
    ...raised.second,
    outputs: { ...keysIn(raised, region), ...outputs },
  });
  const inSecond = await enrolInSecond(second, await firstHall(first));
  given.say(`two regions are up: ${first.region} active, ${second.region} passive`);
  return { ...given, first, second, inSecond };
}

/** A key of several regions has one id in all of them; only the first region's stack says which. */
function keysIn({ outputs, region: first }: TestRegion, region: string): Record<string, string> {
  const keys = Object.entries(outputs).filter(([name]) => name.endsWith('KeyArn'));
  return Object.fromEntries(keys.map(([name, arn]) => [name, arn.replace(first, region)]));
}

/** The first region is lost in the middle of open cases; the second carries them to their end. */
export async function takeOver(drill: Drill): Promise<Reckoning> {
  const { first, second, inSecond, say } = drill;
  const begun = new Date().toISOString();
  const cases = await makeCases(drill, await hallIn(drill, first, await firstHall(first)));
  const before = keptIn(await first.dump(first.output('RecordsTableName')));
  const left = await takeServiceAway(first.endpoint, first.region);
  say(
    `${first.region} is gone: ${left.functions} functions, ${left.queues} queues, ${left.machines} state machines left`,
  );
  await activate(drill, second, 'gone');
  const hall = await hallIn(drill, second, await inSecond());
  say('customers and staff are signed in to the second region');
  const stuck = await carryAll(hall, cases, () => 'archived', prove, drill.patienceSeconds);
  return settle(drill, 'there', { there: second, begun, cases, stuck, before });
}

/** The first region's service is deployed again and takes over from a second one that lives. */
export async function comeBack(drill: Drill): Promise<Reckoning> {
  const { first, second, inSecond, say } = drill;
  const begun = new Date().toISOString();
  await redeployService(first);
  say(`${first.region} is deployed again`);
  const cases = await makeCases(drill, await hallIn(drill, second, await inSecond()));
  const before = keptIn(await second.dump(second.output('RecordsTableName')));
  await activate(drill, first);
  const hall = await hallIn(drill, first, await firstHall(first));
  const stuck = await carryAll(hall, cases, () => 'archived', prove, drill.patienceSeconds);
  return settle(drill, 'back', { there: first, begun, cases, stuck, before });
}

function prove(secret: string): object {
  return { password: LOCAL_PASSWORD, code: new TOTP({ secret }).generate() };
}

function contactOf(n: number): string {
  return `drill${n}@example.org`;
}

async function hallIn(
  { customers: count }: Drill,
  region: ConnectedCloud,
  staff: ReadonlyMap<string, Colleague>,
): Promise<Hall> {
  const customers = new Map<string, Awaited<ReturnType<typeof customerIn>>>();
  for (let n = 0; n < count; n += 1) {
    // Every region counts codes for itself.
    await region.forgetLimits();
    customers.set(contactOf(n), await customerIn(region, contactOf(n), '451X'));
  }
  return { staff, customers };
}

async function makeCases(
  { stages, customers, patienceSeconds, say }: Drill,
  hall: Hall,
): Promise<readonly DrillCase[]> {
  const cases: DrillCase[] = [];
  for (const [n, stage] of stages.entries()) {
    const contact = contactOf(n % customers);
    const customer = hall.customers.get(contact);
    if (customer === undefined) throw new Error('nobody');
    const { token, region } = customer;
    const body = { serviceId: 'sole-trader-registration' };
    const { caseId } = await ask(region, 'POST', '/me/cases', { token, body, commands: true });
    cases.push({ caseId, stage, contact, returned: false });
  }
  const stuck = await carryAll(hall, cases, ({ stage }) => stage, prove, patienceSeconds);
  if (stuck.length > 0)
    throw new Error(`${stuck.length} cases never got to ${stuck.map(({ stage }) => stage)}`);
  say(`${cases.length} cases at ${new Set(stages).size} stages`);
  return cases;
}

async function activate({ say }: Drill, { endpoint, region }: ConnectedCloud, ...words: string[]) {
  const command = ['operations/activate-region.ts', '--stage', 'local', '--region', region, ...words];
  const env = environmentFor(endpoint, region);
  const { stdout } = await execa('node', command, { cwd: root, env, extendEnv: false, preferLocal: true });
  for (const line of stdout.split('\n')) say(`  ${line}`);
}

async function settle({ say }: Drill, way: string, given: Parameters<typeof reckon>[0]): Promise<Reckoning> {
  const reckoning = await reckon(given);
  const { drillId } = await fileRound(given.there, reckoning, given.begun, way);
  const { verdict, figures, breaches } = reckoning;
  const counts = Object.entries(figures).map(([name, n]) => `${name} ${n}`);
  say(`${way}: ${verdict}. ${counts.join(', ')}. Filed as ${drillId}.`);
  for (const breach of breaches.slice(0, 20)) say(`  ${breach}`);
  return reckoning;
}
