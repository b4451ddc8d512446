import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateDescribeStacks,
  paginateListStackResources,
  UpdateTerminationProtectionCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import { DeleteObjectsCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { StandingStack } from './plan-removal.ts';

const template = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ DeletionPolicy: z.exactOptional(z.string()) })),
});

const MOST_SECONDS = 3600;

/** The stacks of a stage in a region, with what of each would stay. */
export async function standingIn(region: string, stage: string): Promise<readonly StandingStack[]> {
  const client = new CloudFormationClient({ region });
  const stacks: StandingStack[] = [];
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) {
    for (const { StackName: name = '' } of Stacks) {
      if (!name.startsWith(`banli-${stage}-`)) continue;
      stacks.push({ region, name, resources: await resourcesOf(client, name) });
    }
  }
  return stacks;
}

async function resourcesOf(client: CloudFormationClient, StackName: string) {
  const { TemplateBody = '{"Resources":{}}' } = await client.send(new GetTemplateCommand({ StackName }));
  const { Resources } = template.parse(JSON.parse(TemplateBody));
  const resources: { type: string; logicalId: string; physicalId: string; kept: boolean }[] = [];
  for await (const page of paginateListStackResources({ client }, { StackName })) {
    for (const one of page.StackResourceSummaries ?? []) {
      const logicalId = one.LogicalResourceId ?? '';
      resources.push({
        ...{ type: one.ResourceType ?? '', logicalId, physicalId: one.PhysicalResourceId ?? '' },
        kept: Resources[logicalId]?.DeletionPolicy === 'Retain',
      });
    }
  }
  return resources;
}

/** Removes a stack and waits; answers why not, when it stays. A stack that is gone already is gone. */
export async function remove({ region, name, resources }: StandingStack): Promise<string | undefined> {
  const client = new CloudFormationClient({ region });
  const StackName = name;
  // A bucket that is not kept is made again by the next publication; CloudFormation removes empty ones only.
  for (const { type, kept, physicalId } of resources)
    if (type === 'AWS::S3::Bucket' && !kept) await empty(region, physicalId);
  try {
    await client.send(
      new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }),
    );
  } catch (error) {
    // The local cloud knows no such protection.
    if (!(error instanceof Error) || /AccessDenied/.test(error.name)) throw error;
  }
  await client.send(new DeleteStackCommand({ StackName }));
  try {
    await waitUntilStackDeleteComplete(
      { client, maxWaitTime: MOST_SECONDS, minDelay: 1, maxDelay: 15 },
      { StackName },
    );
    return undefined;
  } catch {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    return stack?.StackStatusReason ?? stack?.StackStatus ?? 'it is still there';
  }
}

/** Page by page from the start, for what was listed is gone then. */
async function empty(region: string, Bucket: string): Promise<void> {
  const client = new S3Client({ region });
  for (;;) {
    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket }),
    );
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) return;
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    if (Errors.length > 0) throw new Error(`${Bucket} cannot be emptied: ${Errors[0]?.Code}`);
  }
}
