import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { account, clientsFor, environmentFor } from './aws.ts';
import { fault } from './fault.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readMark, writeMark } from './marks.ts';
import { type Outputs, readOutputs } from './outputs.ts';
import { root } from './places.ts';
import { reapplyDroppedSettings } from './reapply.ts';

export interface Target {
  /** The emulator's folder; the synthesized templates, outputs and logs go there too. */
  readonly folder: string;
  readonly endpoint: string;
  readonly region: string;
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
  const { documents } = clientsFor(target.endpoint, target.region);
  const fingerprint = await fingerprintOf(sources);
  const outputs = join(target.folder, 'outputs.json');
  if ((await readMark(documents, 'deployed')) === fingerprint) return readOutputs(outputs);
  await mkdir(target.folder, { recursive: true });
  const assembly = join(target.folder, 'cdk.out');
  await Promise.all([bootstrap(target), synthesize(target, assembly)]);
  await cdk(target, root, 'deploy', [
    ...['--all', '--app', assembly, '--require-approval', 'never', '--concurrency', '4'],
    ...['--progress', 'events', '--outputs-file', outputs],
  ]);
  await reapplyDroppedSettings(target, assembly);
  await writeMark(documents, 'deployed', fingerprint);
  return readOutputs(outputs);
}

/** Outside the repository's root, where the command would load the whole app for nothing. */
async function bootstrap(target: Target): Promise<void> {
  const { documents } = clientsFor(target.endpoint, target.region);
  if ((await readMark(documents, 'bootstrapped')) !== undefined) return;
  await cdk(target, target.folder, 'bootstrap', [`aws://${account}/${target.region}`]);
  await writeMark(documents, 'bootstrapped', 'yes');
}

async function synthesize(target: Target, assembly: string): Promise<void> {
  await cdk(target, root, 'synth', ['--quiet', '--context', 'stage=local', '--output', assembly]);
}

async function cdk(target: Target, cwd: string, command: string, flags: readonly string[]): Promise<void> {
  const log = join(target.folder, `${command}.log`);
  const result = await execa('cdk', [command, ...flags], {
    cwd,
    preferLocal: true,
    localDir: root,
    env: environmentFor(target.endpoint, target.region),
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
