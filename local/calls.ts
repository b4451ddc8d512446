import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type KMSClient, paginateListAliases } from '@aws-sdk/client-kms';
import { type LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import * as z from 'zod/mini';
import type { Clients } from './aws.ts';
import { localPath } from './places.ts';

const strings = z.array(z.string());
const statement = z.object({ actions: strings, resources: strings, notResources: strings });
const call = z.object({ action: z.string(), resource: z.string(), decision: z.string() });
const callLine = z.object({ principal: z.string(), ...call.shape });
const roleLine = z.object({ role: z.string(), statements: z.array(statement) });
const byFunction = z.record(z.string(), z.object({ statements: z.array(statement), calls: z.array(call) }));

export type Call = z.infer<typeof call>;
/** By function (`api/cases`): what its role allows, and what it called, each once. */
export type CallsByFunction = z.infer<typeof byFunction>;

/** Keeps what the functions of a test cloud called, for the last layer to hold against their roles. */
export async function keepCalls(
  layer: string,
  file: string,
  { lambda, kms }: Pick<Clients, 'lambda' | 'kms'>,
): Promise<void> {
  const named = namer(await keyNames(kms));
  const calls = (await linesOf(file)).map((one) => z.parse(callLine, one));
  const roles = (await linesOf(`${file}.roles`)).map((one) => z.parse(roleLine, one));
  const found: CallsByFunction = {};
  for (const [name, role] of await rolesOf(lambda)) {
    const allowed = roles.findLast((one) => one.role === role)?.statements ?? [];
    const statements = allowed.map((one) => ({ ...one, resources: one.resources.map(named) }));
    const own = calls
      .filter(({ principal }) => principal.split('/')[1] === role)
      .map(({ action, resource, decision }) => ({ action, resource: named(resource), decision }));
    found[name] = { statements, calls: [...new Map(own.map((one) => [JSON.stringify(one), one])).values()] };
  }
  await mkdir(localPath('trace'), { recursive: true });
  await writeFile(keptIn(layer), JSON.stringify(found));
}

/** What was called in the last run of a layer; absent when it has not run. */
export async function readCalls(layer: string): Promise<CallsByFunction | undefined> {
  const text = await readFile(keptIn(layer), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : z.parse(byFunction, JSON.parse(text));
}

function keptIn(layer: string): string {
  return localPath('trace', `calls-${layer}.json`);
}

async function linesOf(file: string): Promise<readonly unknown[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

async function rolesOf(client: LambdaClient): Promise<ReadonlyMap<string, string>> {
  const roles = new Map<string, string>();
  for await (const { Functions = [] } of paginateListFunctions({ client }, {})) {
    for (const { Role = '', Environment } of Functions) {
      const name = Environment?.Variables?.POWERTOOLS_SERVICE_NAME;
      if (name !== undefined) roles.set(name, Role.split('/').at(-1) ?? '');
    }
  }
  return roles;
}

/** `arn:aws:kms:region:account:key/id` as `kms:key/personal`: what people call it, the same in every run. */
function namer(keys: ReadonlyMap<string, string>): (resource: string) => string {
  return (resource) =>
    resource
      .replace(/^arn:aws:([\w-]+):[^:]*:[^:]*:/, '$1:')
      .replace(/(?<=^kms:key\/).+$/, (id) => keys.get(id) ?? id);
}

async function keyNames(client: KMSClient): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const { Aliases = [] } of paginateListAliases({ client }, {})) {
    for (const { AliasName = '', TargetKeyId } of Aliases)
      if (TargetKeyId !== undefined) names.set(TargetKeyId, AliasName.split('/').at(-1) ?? '');
  }
  return names;
}
