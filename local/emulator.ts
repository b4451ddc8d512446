import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fault } from './fault.ts';
import { isTaken, until } from './ports.ts';
import { pythonOf } from './python.ts';

export interface EmulatorOptions {
  /** State, files, log and temporary folder of this emulator; two with different folders and ports do not meet. */
  readonly folder: string;
  readonly port: number;
  readonly region: string;
  /** Where every call of a function's role is written down, a line of JSON each; left out, nowhere. */
  readonly callsFile?: string;
}

export interface Emulator {
  readonly endpoint: string;
  readonly pid: number;
  /** Ends by itself only when the emulator dies unasked. */
  readonly ended: Promise<void>;
  /** Writes the state to disk and ends; the next start in the same folder goes on from there. */
  stop(): Promise<void>;
}

const stopSeconds = 30;

/** Starts the emulator in a process group of its own, so that Ctrl-C reaches it only through `stop`. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { folder, port } = options;
  await refuseSecond(folder);
  if (await isTaken(port)) throw fault(`Port ${port} is taken: stop what uses it, or set BANLI_CLOUD_PORT.`);
  await forgetStreamPositions(folder);
  await makeTemporaryFolder(join(folder, 'tmp'));
  await writeFile(join(folder, 'port'), String(port));
  const log = openSync(join(folder, 'emulator.log'), 'a');
  const child = spawn(pythonOf('cloud'), [join(import.meta.dirname, 'emulator.py')], {
    env: environmentOf(options),
    cwd: folder,
    detached: true,
    // The pipe is never written to: it closes with this process, and the emulator with it.
    stdio: ['pipe', log, log],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = () => stopEmulator(child, port, ended);
  const ready = await until(() => isHealthy(port, child), 30);
  if (!ready || child.pid === undefined || hasEnded(child)) {
    await stop();
    throw fault(`The local cloud did not start: see the end of ${join(folder, 'emulator.log')}.`);
  }
  return { endpoint, pid: child.pid, ended, stop };
}

/** Workers unpack their code here, and leave it when they are killed. */
async function makeTemporaryFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // Code is read as it would be on AWS, where no package.json of ours lies above it.
  await writeFile(join(folder, 'package.json'), '{"type":"commonjs"}');
}

/** Two emulators over one state would each write over what the other saved. */
export async function refuseSecond(folder: string): Promise<void> {
  const port = Number(await readFile(join(folder, 'port'), 'utf8').catch(() => '0'));
  // One that just lost its owner is still saving.
  if (port !== 0 && !(await until(async () => !(await isEmulator(port)), 5))) {
    throw fault(`Banli is already running from this folder (port ${port}): stop it with Ctrl-C first.`);
  }
}

/** Workers inherit this environment, so it holds nothing of the machine's own. */
function environmentOf({ folder, port, region, callsFile }: EmulatorOptions): NodeJS.ProcessEnv {
  return {
    PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
    HOME: join(folder, 'tmp'),
    LANG: 'C.UTF-8',
    AUTH: 'true',
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    MINISTACK_REGION: region,
    PERSIST_STATE: '1',
    S3_PERSIST: '1',
    STATE_DIR: join(folder, 'state'),
    S3_DATA_DIR: join(folder, 's3'),
    TMPDIR: join(folder, 'tmp'),
    // One that finds no free worker comes back only after its queue's visibility time-out: minutes.
    LAMBDA_ACCOUNT_CONCURRENCY: '60',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    PYTHONUNBUFFERED: '1',
    ...(callsFile !== undefined && { BANLI_CALLS_FILE: callsFile }),
  };
}

function isEmulator(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/_ministack/ready`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function isHealthy(port: number, child: ChildProcess): Promise<boolean> {
  return hasEnded(child) || (await isEmulator(port));
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function stopEmulator(child: ChildProcess, port: number, ended: Promise<void>): Promise<void> {
  if (child.pid === undefined) return;
  if (!hasEnded(child)) child.kill('SIGTERM');
  const group = -child.pid;
  const timer = setTimeout(() => killGroup(group), stopSeconds * 1000);
  await ended;
  clearTimeout(timer);
  killGroup(group);
  await until(async () => !(await isTaken(port)), 5);
}

/** Busy workers outlive the emulator. */
function killGroup(group: number): void {
  try {
    process.kill(group, 'SIGKILL');
  } catch {
    // All of it has ended already.
  }
}

/** The emulator would skip as many new stream records as it had read before it was stopped. */
async function forgetStreamPositions(folder: string): Promise<void> {
  const file = join(folder, 'state', 'lambda.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const state: { payload?: { dynamodb_stream_positions?: unknown } } = JSON.parse(text);
  delete state.payload?.dynamodb_stream_positions;
  await writeFile(file, JSON.stringify(state));
}
