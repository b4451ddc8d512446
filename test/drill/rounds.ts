import { execa } from 'execa';
import { environmentFor } from '../../local/aws.ts';
import { redeployService } from '../../local/deploy.ts';
import { root } from '../../local/places.ts';
import type { TestCloud, TestRegion } from '../../local/test-cloud.ts';
import { type ConnectedCloud, connect } from '../integration/support/connect.ts';
import { carryAll } from './carry.ts';
import { type CaseMaking, hallIn, makeCases, prove } from './cases.ts';
import { type Colleague, enrolInSecond, firstHall } from './hall.ts';
import { keptIn } from './kept.ts';
import { takeServiceAway } from './losing.ts';
import { type Reckoning, settle } from './reckoning.ts';

export interface Drill extends CaseMaking {
  readonly first: ConnectedCloud;
  readonly second: ConnectedCloud;
  /** Signs the colleagues in to the second region, by the logins they were given beforehand. */
  readonly inSecond: () => Promise<ReadonlyMap<string, Colleague>>;
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
  return settle(say, 'region-lost-there', { there: second, begun, cases, stuck, before });
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
  return settle(say, 'region-lost-back', { there: first, begun, cases, stuck, before });
}

async function activate({ say }: Drill, { endpoint, region }: ConnectedCloud, ...words: string[]) {
  const command = ['operations/activate-region.ts', '--stage', 'local', '--region', region, ...words];
  const env = environmentFor(endpoint, region);
  const { stdout } = await execa('node', command, { cwd: root, env, extendEnv: false, preferLocal: true });
  for (const line of stdout.split('\n')) say(`  ${line}`);
}
