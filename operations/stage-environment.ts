import { parseArgs } from 'node:util';
import { CloudFormationClient, paginateDescribeStacks } from '@aws-sdk/client-cloudformation';
import { ENVIRONMENT } from '../functions/environment.ts';
import { type Stage, stageConfig } from '../infra/config.ts';
import { providerSettings } from '../infra/staff-provider.ts';
import { FROM_OUTPUTS, variableOf } from './output-names.ts';

/**
 * Gives this process the configuration of the functions of a deployed stage, named by `--stage`; answers the stage and
 * the other words of the command. The operator's own credentials decide what the process may do.
 */
export async function takeStageEnvironment(): Promise<{
  stage: Stage;
  words: readonly string[];
  /** What the stage's stacks say of themselves. */
  outputs: ReadonlyMap<string, string>;
}> {
  const { values, positionals } = parseArgs({
    options: { stage: { type: 'string' } },
    allowPositionals: true,
  });
  const config = stageConfig(values.stage ?? '');
  const { stage, region, halls } = config;
  process.env.AWS_REGION ??= region;
  const outputs = await readStageOutputs(stage, region);
  for (const [name, output] of Object.entries(FROM_OUTPUTS)) {
    const value = outputs.get(output);
    if (value === undefined) throw new Error(`Stage ${stage} has no output ${output}: deploy it first`);
    process.env[variableOf(name)] = value;
  }
  process.env[ENVIRONMENT.stage] = stage;
  process.env[ENVIRONMENT.staffProvider] = providerSettings(config);
  process.env[ENVIRONMENT.homeRegion] = region;
  process.env[ENVIRONMENT.halls] = halls.join(',');
  process.env.POWERTOOLS_LOG_LEVEL = 'ERROR';
  return { stage, words: positionals, outputs };
}

/** What the stacks of a stage put out in a region. */
export async function readStageOutputs(stage: Stage, region: string): Promise<ReadonlyMap<string, string>> {
  const outputs = new Map<string, string>();
  const client = new CloudFormationClient({ region });
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) {
    const own = Stacks.filter(({ StackName = '' }) => StackName.startsWith(`banli-${stage}-`));
    for (const { OutputKey = '', OutputValue = '' } of own.flatMap(({ Outputs = [] }) => Outputs)) {
      outputs.set(OutputKey, OutputValue);
    }
  }
  return outputs;
}
