/**
 * Runs a round of reconcile in a stage at once: `npm run reconcile -- --stage dev`. Words after it: `everything` does not wait for
 * what may still be on its way; `parked` also lets go the records whose due effects failed, once their cause is mended.
 */
import { invoke } from './invoke.ts';
import { takeStageEnvironment } from './stage-environment.ts';

const { stage, words } = await takeStageEnvironment();
const round = {
  ...(words.includes('everything') && { olderThanMinutes: 0 }),
  ...(words.includes('parked') && { redriveParked: true }),
};
console.log(`✔ Driven again: ${await invoke(`banli-${stage}-reconcile`, round)}`);
