/**
 * Gives the edge a new word by which the API knows it, without a request refused: `npm run turn-origin-secret -- --stage prod`. The
 * first time it sets the word, without which the API answers nobody.
 */
import { setTimeout } from 'node:timers/promises';
import { stageConfig } from '../infra/config.ts';
import { EDGE_REGION } from '../infra/edge/names.ts';
import { openEdgeStore } from './edge/edge-store.ts';
import { turnOriginSecret } from './edge/turn-origin-secret.ts';
import { readStageOutputs, takeStageEnvironment } from './stage-environment.ts';

const { stage } = await takeStageEnvironment();
if (stageConfig(stage).edge === undefined) {
  console.log(`✔ Stage ${stage} has no edge, and its API answers without a word`);
} else {
  // The container reads its configuration when it is loaded.
  const { makeEdgeKeeper } = await import('../functions/container/edge.ts');
  const keeper = makeEdgeKeeper();
  const storeArn =
    (await keeper.read()).store ?? (await readStageOutputs(stage, EDGE_REGION)).get('EdgeStoreArn');
  if (storeArn === undefined)
    throw new Error(`Stage ${stage} has no edge yet: deploy its stack "edge" first`);
  await turnOriginSecret({
    keeper,
    store: openEdgeStore(storeArn),
    storeArn,
    pause: (seconds) => setTimeout(seconds * 1000),
    say: console.log,
  });
  console.log(`✔ The edge of ${stage} has a new word`);
}
