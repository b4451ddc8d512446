import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { account, environmentFor, localRegion } from '../../local/aws.ts';
import { startEmulator } from '../../local/emulator.ts';
import { root } from '../../local/places.ts';
import { freePort } from '../../local/ports.ts';
import { makeEnvironment } from '../../local/python.ts';
import { times, verdictOf } from './figure.ts';
import { keepFigures } from './keep.ts';

const MOST_TIMES = 3;
const MOST_SECONDS = 10;

/** A stack that deploys nothing: what is left is what any deployment costs. */
const EMPTY_APP = `
  import core from ${JSON.stringify(join(root, 'node_modules/aws-cdk-lib/core/index.js'))};
  const stack = new core.Stack(new core.App(), 'banli-empty', {
    env: { account: '${account}', region: '${localRegion}' },
    synthesizer: new core.CliCredentialsStackSynthesizer(),
  });
  new core.CfnResource(stack, 'nothing', { type: 'AWS::CloudFormation::WaitConditionHandle' });`;

/** `npm start` in a fresh clone of what is committed here, beside the least that any such start has to do. */
export async function measureFreshStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'banli-fresh-'));
  try {
    const clone = join(folder, 'clone');
    await execa('git', ['clone', '--quiet', root, clone]);
    const least = await secondsOf(() => execa('npm', ['ci', '--no-audit', '--no-fund'], { cwd: clone }));
    await rm(join(clone, 'node_modules'), { recursive: true });
    const empty = await deployNothing(folder);
    const ports = { BANLI_PORT: String(await freePort()), BANLI_CLOUD_PORT: String(await freePort()) };
    const first = await startIn(clone, ports);
    const second = await startIn(clone, ports);
    const ratio = first / (least + empty);
    await keepFigures('fresh-start', [
      {
        goal: 'P11',
        what: 'npm start on a fresh clone, until a page answers',
        measured: times(ratio),
        reference: `1 × = npm ci ${least.toFixed(0)} s + bootstrap and an empty deployment ${empty.toFixed(0)} s; it took ${first.toFixed(0)} s`,
        aim: `≤ ${MOST_TIMES} ×`,
        verdict: verdictOf(ratio <= MOST_TIMES),
      },
      {
        goal: 'P11',
        what: 'the second npm start, until a page answers',
        measured: `${second.toFixed(1)} s`,
        reference: `the first: ${first.toFixed(0)} s`,
        aim: `≤ ${MOST_SECONDS} s`,
        verdict: verdictOf(second <= MOST_SECONDS),
      },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function secondsOf(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Into a local cloud of its own, which is there already: seconds for bootstrap and deployment. */
async function deployNothing(folder: string): Promise<number> {
  await makeEnvironment('cloud');
  const app = join(folder, 'empty.mjs');
  await writeFile(app, EMPTY_APP);
  const emulator = await startEmulator({
    ...{ folder: join(folder, 'cloud'), port: await freePort(), region: localRegion },
  });
  const cdk = (...args: readonly string[]) =>
    execa('cdk', args, {
      ...{ cwd: folder, preferLocal: true, localDir: root, extendEnv: false, stdin: 'ignore' },
      env: environmentFor(emulator.endpoint, localRegion),
    });
  try {
    return await secondsOf(async () => {
      await cdk('bootstrap', `aws://${account}/${localRegion}`);
      await cdk('deploy', '--app', `node ${app}`, '--require-approval', 'never');
    });
  } finally {
    await emulator.stop();
  }
}

/** Starts it, waits for the first page, and stops it as Ctrl-C does. */
async function startIn(clone: string, ports: Readonly<Record<string, string>>): Promise<number> {
  const running = execa('npm', ['start'], { cwd: clone, env: ports, reject: false });
  let ended = false;
  const end = running.then(({ stdout }) => {
    ended = true;
    return stdout;
  });
  try {
    return await secondsOf(async () => {
      while (!(await fetch(`http://localhost:${ports.BANLI_PORT}/`).catch(() => undefined))?.ok) {
        if (ended) throw new Error(`npm start ended: ${await end}`);
        await wait(100);
      }
    });
  } finally {
    running.kill('SIGTERM');
    await end;
  }
}
