import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { ENVIRONMENT } from '../functions/environment.ts';
import { type Stage, stageConfig } from '../infra/config.ts';
import { servingRegions } from '../infra/edge/names.ts';
import { providerSettings } from '../infra/staff-provider.ts';
import { beginCommand } from './command.ts';
import { FROM_OUTPUTS, variableOf } from './output-names.ts';

/**
 * Gives this process the configuration of the functions of a deployed stage, named by `--stage`, in its first region or in the
 * one that `--region` or AWS_REGION names: it asks no other region, which may be lost. Answers the stage and the other
 * words of the command. The operator's own credentials decide what the process may do.
 */
export async function takeStageEnvironment(given = beginCommand()): Promise<{
  stage: Stage;
  words: readonly string[];
  /** What the stage's stacks say of themselves. */
  outputs: ReadonlyMap<string, string>;
}> {
  const config = stageConfig(given.stage);
  const { stage, halls } = config;
  const region = regionOf(servingRegions(config), given.region);
  process.env.AWS_REGION = region;
  const outputs = await readStageOutputs(stage, region);
  for (const [name, output] of Object.entries(FROM_OUTPUTS)) {
    const value = outputs.get(output);
    if (value === undefined)
      throw new Error(`Stage ${stage} has no output ${output} in ${region}: deploy it first`);
    process.env[variableOf(name)] = value;
  }
  process.env[ENVIRONMENT.stage] = stage;
  process.env[ENVIRONMENT.staffProvider] = providerSettings(config);
  process.env[ENVIRONMENT.homeRegion] = config.region;
  process.env[ENVIRONMENT.halls] = halls.join(',');
  process.env.POWERTOOLS_LOG_LEVEL = 'ERROR';
  return { stage, words: given.words, outputs };
}

function regionOf(regions: readonly [string, ...string[]], named: string | undefined): string {
  const wanted = named ?? process.env.AWS_REGION;
  const found = regions.find((one) => one === wanted);
  if (found === undefined && named !== undefined)
    throw new Error(`Say --region as one of ${regions.join(', ')}`);
  return found ?? regions[0];
}

/** Asked for by name: to list them all would be a right over every stack of the account. */
const STACKS = [
  'keys',
  'keys-replica',
  'data',
  'data-second',
  'service',
  'service-second',
  'backup',
  'backup-copies',
  'edge',
  'exports',
];

/** What the stacks of a stage put out in a region, which has some of them. */
export async function readStageOutputs(stage: Stage, region: string): Promise<ReadonlyMap<string, string>> {
  const client = new CloudFormationClient({ region });
  const found = await Promise.all(
    STACKS.map((name) =>
      client.send(new DescribeStacksCommand({ StackName: `banli-${stage}-${name}` })).catch(noStack),
    ),
  );
  const outputs = found.flatMap(({ Stacks = [] }) => Stacks.flatMap(({ Outputs = [] }) => Outputs));
  return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
}

function noStack(error: unknown): { readonly Stacks?: never } {
  if (error instanceof Error && /does not exist/.test(error.message)) return {};
  throw error;
}
