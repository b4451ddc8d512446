/**
 * Runs a round of reconcile in a stage at once: `npm run reconcile -- --stage dev`. Words after it: `everything` does not wait for
 * what may still be on its way; `parked` also lets go the records whose due effects failed, once their cause is mended.
 */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { takeStageEnvironment } from './stage-environment.ts';

const { stage, words } = await takeStageEnvironment();
const round = {
  ...(words.includes('everything') && { olderThanMinutes: 0 }),
  ...(words.includes('parked') && { redriveParked: true }),
};
const answer = await new LambdaClient({}).send(
  new InvokeCommand({ FunctionName: `banli-${stage}-reconcile`, Payload: JSON.stringify(round) }),
);
const said = Buffer.from(answer.Payload ?? []).toString();
if (answer.FunctionError !== undefined) throw new Error(`reconcile failed: ${said}`);
console.log(said === 'null' ? 'This region is passive: nothing was done.' : `✔ Driven again: ${said}`);
