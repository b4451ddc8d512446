/**
 * Names what a stage needs and no template can make or check, each with what to do: `npm run preflight -- --stage prod`;
 * with `before` only what must be so before the first deployment. Ends with 1 when something is missing or could not be asked.
 */

import { stageConfig } from '../infra/config.ts';
import { beginCommand } from './command.ts';
import { placeIn } from './portal/find-places.ts';
import { AwsWorld } from './preflight/aws-world.ts';
import { checksOf } from './preflight/checks.ts';
import { linesOf, runChecks } from './preflight/run-checks.ts';
import type { World } from './preflight/world.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const given = beginCommand();
const config = stageConfig(given.stage);
const only = given.words[0] === 'before' ? 'before' : undefined;
process.env.AWS_REGION ??= config.region;

const asked = new AwsWorld();
/** The records of the stage, as its functions reach them; the container reads its configuration when it is loaded. */
async function records() {
  await takeStageEnvironment(given);
  const { makeRecords } = await import('../functions/container/records.ts');
  return makeRecords();
}
const world: World = {
  bootstrapped: asked.bootstrapped,
  mail: asked.mail,
  sms: asked.sms,
  functionsAtOnce: asked.functionsAtOnce,
  backupTypes: asked.backupTypes,
  keyEnabled: asked.keyEnabled,
  table: asked.table,
  domain: asked.domain,
  administrators: async () => {
    const { colleagues } = await records();
    const { halls } = config;
    const staff = (await Promise.all(halls.map((hall) => colleagues.inHall(hall)))).flat();
    return staff.filter(({ roles, leftAt }) => roles.includes('administrator') && leftAt === null).length;
  },
  published: async (region) => {
    const place = await placeIn(config, region);
    return (await place?.releases())?.at(-1)?.at;
  },
  edgeWords: async () => {
    await takeStageEnvironment(given);
    const { makeEdgeKeeper } = await import('../functions/container/edge.ts');
    return (await makeEdgeKeeper().read()).hashes.length;
  },
};

const checks = checksOf(config, new Date().toISOString()).filter(
  ({ when }) => only === undefined || when === only,
);
const checked = await runChecks(checks, world);
for (const line of checked.flatMap(linesOf)) console.log(line);
const open = checked.filter(({ state }) => state !== 'ok');
console.log(
  open.length === 0
    ? `✔ Stage ${config.stage} has all that no template can make`
    : `✖ ${open.length} of ${checked.length} are to be looked at`,
);
process.exitCode = open.length === 0 ? 0 : 1;
