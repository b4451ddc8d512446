import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { account, clientsFor, environmentFor, localSecondRegion } from './aws.ts';
import { fault } from './fault.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readMark, writeMark } from './marks.ts';
import { type Outputs, readOutputs } from './outputs.ts';
import { root } from './places.ts';
import { reapplyDroppedSettings } from './reapply.ts';
import { joinSecondRegion, replicateBuckets } from './second-region.ts';

export interface Target {
  /** The emulator's folder; the synthesized templates, outputs and logs go there too. */
  readonly folder: string;
  readonly endpoint: string;
  readonly region: string;
  /** Names the table that the stage goes on with, in place of the repository's own file of them. */
  readonly restoredTables?: string;
}

/** What a deployment is made from; the portal is not in it, it is served beside the local cloud. */
const sources = [
  'infra',
  'functions',
  'statemachines',
  'services',
  'calendars',
  'cdk.json',
  'package-lock.json',
];

/** Deploys the real app; without a change since the last time in this cloud it only gives the outputs. */
export async function deploy(target: Target): Promise<Outputs> {
  const outputs = join(target.folder, 'outputs.json');
  await unlessDone(target, 'deployed', async () => {
    await Promise.all([bootstrap(target, target.region), synthesize(target)]);
    await deployStacks(target, outputs, ['banli-local-keys', 'banli-local-data', 'banli-local-service']);
    await reapplyDroppedSettings(target, assemblyOf(target));
  });
  return readOutputs(outputs);
}

/** The second region over the same table, into a cloud that has the first; both replicate to each other from then on. */
export async function deploySecondRegion(target: Target): Promise<Outputs> {
  const outputs = join(target.folder, 'outputs-second.json');
  await unlessDone(target, 'second-deployed', async () => {
    await Promise.all([bootstrap(target, localSecondRegion), joinSecondRegion(target)]);
    const stacks = ['banli-local-data-second', 'banli-local-service-second'];
    await deployStacks(target, outputs, stacks);
    await reapplyDroppedSettings({ ...target, region: localSecondRegion }, assemblyOf(target));
    await replicateBuckets(target);
  });
  return readOutputs(outputs);
}

/** Deploys the service of the first region into a cloud that has lost it; what it is made from is synthesized already. */
export async function redeployService(target: Target): Promise<void> {
  const outputs = join(target.folder, 'outputs-again.json');
  await deployStacks(target, outputs, ['banli-local-service']);
  await reapplyDroppedSettings(target, assemblyOf(target));
}

/** Deploys the first region over the table that its cut-over made, whatever was deployed before. */
export async function deployRestored(target: Required<Target>): Promise<Outputs> {
  const outputs = join(target.folder, 'outputs-restored.json');
  await synthesize(target);
  await deployStacks(target, outputs, ['banli-local-data', 'banli-local-service']);
  await reapplyDroppedSettings(target, assemblyOf(target));
  return readOutputs(outputs);
}

/** Once for each state of the sources. */
async function unlessDone(target: Target, mark: string, work: () => Promise<void>): Promise<void> {
  const { documents } = clientsFor(target.endpoint, target.region);
  const fingerprint = await fingerprintOf(sources);
  if ((await readMark(documents, mark)) === fingerprint) return;
  await mkdir(target.folder, { recursive: true });
  await work();
  await writeMark(documents, mark, fingerprint);
}

/** Outside the repository's root, where the command would load the whole app for nothing. */
async function bootstrap(target: Target, region: string): Promise<void> {
  const { documents } = clientsFor(target.endpoint, target.region);
  if ((await readMark(documents, `bootstrapped-${region}`)) !== undefined) return;
  await cdk(target, target.folder, 'bootstrap', [`aws://${account}/${region}`]);
  await writeMark(documents, `bootstrapped-${region}`, 'yes');
}

function assemblyOf({ folder }: Target): string {
  return join(folder, 'cdk.out');
}

async function synthesize(target: Target): Promise<void> {
  await cdk(target, root, 'synth', [
    ...['--quiet', '--context', 'stage=local', '--output', assemblyOf(target)],
  ]);
}

/** The named stacks alone: what AWS must have before them is made in another way here. */
async function deployStacks(target: Target, outputs: string, stacks: readonly string[]): Promise<void> {
  await cdk(target, root, 'deploy', [
    ...[...stacks, '--exclusively', '--app', assemblyOf(target), '--require-approval', 'never'],
    ...['--concurrency', '4', '--progress', 'events', '--outputs-file', outputs],
  ]);
}

async function cdk(target: Target, cwd: string, command: string, flags: readonly string[]): Promise<void> {
  const log = join(target.folder, `${command}.log`);
  const result = await execa('cdk', [command, ...flags], {
    cwd,
    preferLocal: true,
    localDir: root,
    env: {
      ...environmentFor(target.endpoint, target.region),
      ...(target.restoredTables && { BANLI_RESTORED_TABLES: target.restoredTables }),
    },
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    reject: false,
  });
  await writeFile(log, result.all);
  if (result.failed)
    throw fault(
      `cdk ${command} failed: ${firstErrorOf(result.all)} (all of it: ${log}; npm run reset begins anew, without the data)`,
    );
}

function firstErrorOf(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /error|failed|cannot|❌/i.test(line)) ?? lines.at(-1) ?? 'no output';
  return telling.trim().slice(0, 300);
}
