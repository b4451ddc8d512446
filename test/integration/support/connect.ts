import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { paginateDescribeLogGroups, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { DeleteCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { type Clients, clientsFor } from '../../../local/aws.ts';
import { readKept, readOutbox, type Sent } from '../../../local/outbox.ts';
import { outputOf } from '../../../local/outputs.ts';
import type { TestCloud } from '../../../local/test-cloud.ts';

/** What tests do to the local cloud beside calling its API. */
export interface ConnectedCloud extends TestCloud {
  readonly clients: Clients;
  output(name: string): string;
  /** Everything sent so far to this address or number, mail before SMS; kept over a restart of the cloud. */
  sentTo(address: string): Promise<readonly Sent[]>;
  /** Every log line since the cloud was raised, of one function (as in `events/relay`) or of all. */
  logLines(folder?: string): Promise<readonly string[]>;
  /** The answer of a function called directly; throws what it threw. */
  invoke(functionName: string, payload: unknown): Promise<unknown>;
  /** All items of a table, consistently read. */
  dump(table: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Everybody here sends from one address, which the limits on codes would soon refuse: they begin again. */
  forgetLimits(): Promise<void>;
  /** Kills every Lambda worker in mid-work, as a lost machine would; gives how many there were. */
  killWorkers(): number;
  /** Wait states of the workflow pass at once; time-outs of tasks stay as they are. */
  skipWaits(): Promise<void>;
  /** The cloud goes away; running executions die with it. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export function connect(cloud: TestCloud): ConnectedCloud {
  const clients = clientsFor(cloud.endpoint, cloud.region);
  const order = async (act: string) => {
    const answer = await fetch(`${cloud.controlUrl}/${act}`, { method: 'POST' });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return {
    ...cloud,
    clients,
    output: (name) => outputOf(cloud.outputs, name),
    sentTo: async (address) => {
      const kept = await readKept(cloud.outboxFile);
      const known = new Set(kept.map(({ id }) => id));
      const fresh = (await readOutbox(cloud.endpoint)).filter(({ id }) => !known.has(id));
      return [...kept, ...fresh].filter(({ to }) => to.some((one) => one.includes(address)));
    },
    logLines: (folder = '') => logLines(clients, folder),
    invoke: (functionName, payload) => invoke(clients, functionName, payload),
    dump: (table) => dump(clients, table),
    forgetLimits: () => forgetLimits(clients, outputOf(cloud.outputs, 'TransientTableName')),
    killWorkers: () => killWorkers(cloud.folder),
    skipWaits: async () => {
      const body = JSON.stringify({ 'stepfunctions._SFN_WAIT_SCALE': 0 });
      await fetch(`${cloud.endpoint}/_ministack/config`, { method: 'POST', body });
    },
    stop: () => order('stop'),
    start: () => order('start'),
  };
}

/**
 * Asks until there is an answer; the test's own message says what was waited for. The patience is for two processors with
 * three layers on them: a test that passes waits no longer for it.
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  forSeconds = 90,
): Promise<T> {
  const end = Date.now() + forSeconds * 1000;
  for (;;) {
    const asked = Date.now();
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${forSeconds} s in vain for ${what}`);
    // What takes long to look at is looked at less often: the looking must not be what is waited for.
    await wait(Math.max(100, (Date.now() - asked) / 2));
  }
}

async function logLines({ logs }: Clients, folder: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const logGroupNamePrefix = `/banli/local/${folder}`;
  for await (const groups of paginateDescribeLogGroups({ client: logs }, { logGroupNamePrefix })) {
    for (const { logGroupName } of groups.logGroups ?? []) {
      for await (const page of paginateFilterLogEvents({ client: logs }, { logGroupName })) {
        lines.push(...(page.events ?? []).flatMap(({ message }) => (message ? [message] : [])));
      }
    }
  }
  return lines;
}

async function invoke({ lambda }: Clients, functionName: string, payload: unknown): Promise<unknown> {
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) }),
  );
  const text = Buffer.from(answer.Payload ?? []).toString();
  if (answer.FunctionError) throw new Error(`${functionName}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function dump({ documents }: Clients, table: string): Promise<readonly Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client: documents }, { TableName: table, ConsistentRead: true })) {
    items.push(...(page.Items ?? []));
  }
  return items;
}

async function forgetLimits(clients: Clients, table: string): Promise<void> {
  const limits = (await dump(clients, table)).filter(({ pk }) => String(pk).startsWith('LIMIT#'));
  await Promise.all(
    limits.map(({ pk, sk }) =>
      clients.documents.send(new DeleteCommand({ TableName: table, Key: { pk, sk } })),
    ),
  );
}

/** Workers run from the emulator's own temporary folder, which is how they are told from other processes. */
function killWorkers(folder: string): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const pids = lines.flatMap((line) => {
    const [, pid, args] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    return pid && args?.includes(`${folder}/tmp/`) ? [Number(pid)] : [];
  });
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  return pids.length;
}
