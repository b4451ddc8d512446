import { join } from 'node:path';
import { App, CliCredentialsStackSynthesizer, type StackProps, Tags } from 'aws-cdk-lib';
import { checkByAwsSolutions } from './acknowledgements.ts';
import { bundleFunctions } from './bundle.ts';
import { type StageConfig, stageConfig } from './config.ts';
import { DataStack } from './stacks/data-stack.ts';
import { KeysReplicaStack } from './stacks/keys-replica-stack.ts';
import { KeysStack } from './stacks/keys-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

/** The whole of a stage: keys before the table, stateful data apart from what may be destroyed and deployed at any time. */
export function buildStage(app: App, config: StageConfig, bundles: string) {
  const name = (part: string) => `banli-${config.stage}-${part}`;
  const props = (region: string): StackProps =>
    config.stage === 'local'
      ? { env: { region, account: '000000000000' }, synthesizer: new CliCredentialsStackSynthesizer() }
      : { env: { region } };
  const keys = new KeysStack(app, name('keys'), { ...props(config.region), config });
  const replicas =
    config.replica &&
    new KeysReplicaStack(app, name('keys-replica'), {
      ...props(config.replica.region),
      crossRegionReferences: true,
      config,
      primaries: keys.replicatedKeyArns,
    });
  const data = new DataStack(app, name('data'), {
    ...props(config.region),
    config,
    bundles,
    keys: keys.keys,
    ...(replicas && { replicaTableKeyArn: replicas.tableKeyArn }),
  });
  const service = new ServiceStack(app, name('service'), {
    ...props(config.region),
    config,
    bundles,
    keys: keys.keys,
    data,
  });
  for (const stack of [keys, replicas, data, service]) {
    if (stack) Tags.of(stack).add('banli:stage', config.stage);
  }
  return { keys, replicas, data, service };
}

if (import.meta.main) {
  const app = new App();
  const config = stageConfig(String(app.node.tryGetContext('stage') ?? 'local'));
  const stage = buildStage(app, config, await bundleFunctions(join(app.outdir, 'functions')));
  checkByAwsSolutions(app, config, stage);
  app.synth();
}
