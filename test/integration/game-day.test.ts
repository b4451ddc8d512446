import { describe, expect, test } from 'vitest';
import { deadLetters, parkedRecord } from '../../local/game-day/causes.ts';
import { openField } from '../../local/game-day/field.ts';
import { nameOf, playCause } from '../../local/game-day/play.ts';
import { watch } from '../../local/game-day/watching.ts';
import { call } from './support/api-calls.ts';
import { cloud } from './support/cloud.ts';
import { eventually } from './support/connect.ts';
import { expectAtRest } from './support/invariants.ts';
import { journeyBench } from './support/journey-bench.ts';

const bench = journeyBench();
const field = openField(cloud);
const watching = watch(cloud.endpoint, cloud.region);

async function alarmOf(name: string) {
  const alarm = (await watching.alarms()).find((one) => nameOf(one) === name);
  if (alarm === undefined) throw new Error(`No alarm ${name}`);
  return alarm;
}

/** The alarms that the staff's page shows for this part, asked of a worker that has kept no answer. */
async function ringing(part: string): Promise<readonly string[]> {
  const { token } = await bench.staff('supervisor');
  cloud.killWorkers();
  const { parts } = await eventually('an answer of a new worker', async () => {
    const answer = await call('GET', '/staff/operations/health', token);
    return answer.status === 200 ? answer.body : undefined;
  });
  const found = parts.find((one: { part: string }) => one.part === part);
  return found.ringing.map(({ name }: { name: string }) => name);
}

// `npm run game-day` plays every alarm; these two in the suite.
describe('a game day', () => {
  test('[R41] [2.3.1] a record that is really parked rings and turns the health page; the commands of the runbook mend both', async () => {
    const alarm = await alarmOf('parked');
    const cause = parkedRecord(field);
    let seen: readonly string[] = [];
    const looking = {
      ...cause,
      repair: async () => {
        seen = await ringing('progress');
        await cause.repair?.();
      },
    };
    expect(await playCause({ watching, field }, alarm, looking)).toMatchObject({
      rangBy: 'its cause',
      mended: true,
    });
    expect(seen).toContain('parked');
    expect(await ringing('progress')).not.toContain('parked');
    await expectAtRest();
  }, 300_000);

  test('[R41] dead letters really there ring, and giving them back mends it', async () => {
    const [cause] = deadLetters(field, ['advance-workflow']);
    if (cause === undefined) throw new Error('no cause');
    const played = await playCause({ watching, field }, await alarmOf('advance-workflow-failed'), cause);
    expect(played).toMatchObject({ rangBy: 'its cause', mended: true });
  }, 240_000);
});
