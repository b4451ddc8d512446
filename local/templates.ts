import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import * as z from 'zod/mini';

const shape = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.optional(z.record(z.string(), z.unknown())) }),
  ),
});
const manifestShape = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      environment: z.optional(z.string()),
      properties: z.optional(
        z.looseObject({ templateFile: z.optional(z.string()), stackName: z.optional(z.string()) }),
      ),
    }),
  ),
});

export interface DeployedResource {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Every resource of the synthesized stacks with the name it got when it was deployed. */
export async function deployedResources(
  client: CloudFormationClient,
  assembly: string,
  region: string,
): Promise<readonly DeployedResource[]> {
  const resources: DeployedResource[] = [];
  for (const { stack, file } of await stacksOf(assembly, region)) {
    const names = await namesOf(client, stack);
    const template = shape.parse(JSON.parse(await readFile(file, 'utf8')));
    for (const [id, resource] of Object.entries(template.Resources)) {
      const name = names.get(id);
      if (name !== undefined) {
        resources.push({ stack, type: resource.Type, name, properties: resource.Properties ?? {} });
      }
    }
  }
  return resources;
}

async function stacksOf(
  assembly: string,
  region: string,
): Promise<readonly { stack: string; file: string }[]> {
  const stacks: { stack: string; file: string }[] = [];
  for (const name of await readdir(assembly, { recursive: true })) {
    if (!name.endsWith('manifest.json')) continue;
    const folder = join(assembly, name, '..');
    const manifest = manifestShape.parse(JSON.parse(await readFile(join(assembly, name), 'utf8')));
    for (const [id, artifact] of Object.entries(manifest.artifacts)) {
      const file = artifact.properties?.templateFile;
      if (artifact.type !== 'aws:cloudformation:stack' || file === undefined) continue;
      if (!artifact.environment?.endsWith(`/${region}`)) continue;
      stacks.push({ stack: artifact.properties?.stackName ?? id, file: join(folder, file) });
    }
  }
  return stacks;
}

async function namesOf(client: CloudFormationClient, stack: string): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const page of paginateListStackResources({ client }, { StackName: stack })) {
    for (const { LogicalResourceId: id, PhysicalResourceId: name } of page.StackResourceSummaries ?? []) {
      if (id !== undefined && name !== undefined) names.set(id, name);
    }
  }
  return names;
}
