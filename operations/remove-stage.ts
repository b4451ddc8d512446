/**
 * Removes a stage that is not prod, after asking, and says what stays and why: `npm run remove-stage -- --stage dev`. Stopped in the
 * midst it may be run again: what is gone is gone, what is kept is kept.
 */
import { createInterface } from 'node:readline/promises';
import { stageConfig } from '../infra/config.ts';
import { EDGE_REGION, servingRegions } from '../infra/edge/names.ts';
import { beginCommand } from './command.ts';
import { remove, standingIn } from './removal/cloud-formation.ts';
import { inOrderOfRemoval, keptOf, linesOfKept } from './removal/plan-removal.ts';

const config = stageConfig(beginCommand().stage);
const { stage } = config;

if (stage === 'prod') {
  console.error('✖ Stage prod is removed by no command: what people are owed stands in it.');
  process.exitCode = 1;
} else await removeStage();

async function removeStage(): Promise<void> {
  const regions = [...servingRegions(config), ...(config.edge ? [EDGE_REGION] : [])];
  const standing = (await Promise.all(regions.map((region) => standingIn(region, stage)))).flat();
  const stacks = inOrderOfRemoval(stage, standing);
  if (stacks.length === 0) return console.log(`✔ Stage ${stage} has no stack`);
  console.log(`These ${stacks.length} stacks of stage ${stage} will be removed, in this order:`);
  for (const { name, region, resources } of stacks)
    console.log(`  ${name} (${region}, ${resources.filter(({ kept }) => !kept).length} resources)`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Type the name of the stage to remove it: `);
  terminal.close();
  if (answer.trim() !== stage) {
    console.log('\n✖ Nothing was removed');
    process.exitCode = 1;
    return;
  }
  const kept = keptOf(stacks);
  for (const stack of stacks) {
    const why = await remove(stack);
    console.log(`${why === undefined ? '✔' : '✖'} ${stack.name}${why === undefined ? '' : `: ${why}`}`);
    if (why !== undefined) {
      console.log('  Mend that, then run this command again: it goes on where it stopped.');
      process.exitCode = 1;
      return;
    }
  }
  if (kept.length === 0) return console.log(`✔ Stage ${stage} is gone; nothing of it is kept`);
  console.log(`✔ Stage ${stage} is gone, but for what retention keeps:`);
  for (const line of linesOfKept(kept)) console.log(line);
}
