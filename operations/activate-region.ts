/**
 * Makes a region the active one and brings everything over: `npm run activate-region -- --stage prod --region ap-northeast-3 gone`.
 * `gone` says that nothing of the other region runs any more, so that nobody waits for its last acts. The return is the
 * same command with the other region. It talks to the functions of that region and to the edge's data plane: to no
 * deployment, no other region, no control plane. Given again it goes on where it stopped, whoever gave it before.
 */
import { userInfo } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { stageConfig } from '../infra/config.ts';
import { beginCommand } from './command.ts';
import { type ActivationSaid, readAnswer, report } from './region/activation-answer.ts';
import { switchEdge } from './region/switch-edge.ts';

const given = beginCommand();
const config = stageConfig(given.stage);
const { stage } = config;
const regions = [config.region, ...(config.replica ? [config.replica.region] : [])];
const region = regions.find((one) => one === given.region);
if (region === undefined) throw new Error(`Say --region, one of ${regions.join(', ')}`);

const lambda = new LambdaClient({ region });
const wish = { by: userInfo().username, gone: given.words.includes('gone') };

async function ask(edge?: string): Promise<ActivationSaid> {
  const Payload = JSON.stringify({ ...wish, ...(edge !== undefined && { edge }) });
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: `banli-${stage}-activate-region`, Payload }),
  );
  const said = Buffer.from(answer.Payload ?? []).toString();
  if (answer.FunctionError !== undefined) {
    throw new Error(
      `${said}\nWhat is done is kept: give the command again. Fails it again, see the runbook, "A region is lost".`,
    );
  }
  return readAnswer(JSON.parse(said));
}

let edge: string | undefined;
for (;;) {
  const said = await ask(edge);
  report(said);
  if ('refused' in said || said.done) {
    if ('refused' in said || said.progress.steps.some(({ ok }) => !ok)) process.exitCode = 1;
    break;
  }
  if (said.needs === 'edge') edge = await switchEdge(config, region);
  if (said.waitSeconds !== undefined) await pause(said.waitSeconds * 1000);
}
