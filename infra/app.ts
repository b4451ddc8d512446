import { join } from 'node:path';
import {
  App,
  CliCredentialsStackSynthesizer,
  RemovalPolicy,
  Stack,
  type StackProps,
  Tags,
} from 'aws-cdk-lib';
import { checkByAwsSolutions } from './acknowledgements/acknowledgements.ts';
import { bundleFunctions } from './bundle/bundle.ts';
import { type StageConfig, stageConfig } from './config.ts';
import { addOuterStacks } from './outer-stacks.ts';
import { sayWhatIsPromised } from './promise.ts';
import { checkResidency } from './residency.ts';
import { addSecondRegion } from './second-region.ts';
import { DataStack } from './stacks/data-stack.ts';
import { KeysReplicaStack } from './stacks/keys-replica-stack.ts';
import { KeysStack } from './stacks/keys-stack.ts';
import { MalwareScanStack } from './stacks/malware-scan-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

export type BuiltStage = ReturnType<typeof buildStage>;

/** The whole of a stage: keys before the table, stateful data apart from what may be destroyed and deployed at any time. */
export function buildStage(app: App, config: StageConfig, bundles: string) {
  const name = (part: string) => `banli-${config.stage}-${part}`;
  const props = (region: string): StackProps =>
    config.stage === 'local'
      ? { env: { region, account: '000000000000' }, synthesizer: new CliCredentialsStackSynthesizer() }
      : { env: { region } };
  const stateful = (region: string): StackProps => ({
    ...props(region),
    terminationProtection: config.removal === RemovalPolicy.RETAIN,
  });
  const keysStack = new KeysStack(app, name('keys'), { ...stateful(config.region), config });
  const { keys } = keysStack;
  // The local cloud refuses replicas of keys in a template; local/ makes them and exports the same names.
  const replicas =
    config.replica &&
    config.stage !== 'local' &&
    new KeysReplicaStack(app, name('keys-replica'), {
      ...stateful(config.replica.region),
      crossRegionReferences: true,
      config,
      primaries: keys,
    });
  const data = new DataStack(app, name('data'), { ...stateful(config.region), config, bundles, keys });
  // The table is born with its replica, which needs its key in the second region before.
  if (replicas) data.addStackDependency(replicas);
  const scan = config.malwareScan
    ? new MalwareScanStack(app, name('malware-scan'), { ...props(config.region), data })
    : undefined;
  const service = new ServiceStack(app, name('service'), {
    ...props(config.region),
    config,
    bundles,
    data,
  });
  const given = { config, bundles, name, props, stateful, replicas: replicas || undefined, data };
  const second = addSecondRegion(app, given);
  const outer = addOuterStacks(app, { ...given, keys: keysStack, second });
  sayWhatIsPromised(data, config);
  const stacks = [keysStack, replicas, data, scan, service, ...(second?.stacks ?? []), ...outer].filter(
    (stack) => stack instanceof Stack,
  );
  for (const stack of stacks) Tags.of(stack).add('banli:stage', config.stage);
  return { keys: keysStack, data, service, ...(second && { second }), ...(scan && { scan }), stacks };
}

if (import.meta.main) {
  const app = new App();
  const config = stageConfig(String(app.node.tryGetContext('stage') ?? 'local'));
  const stage = buildStage(app, config, await bundleFunctions(join(app.outdir, 'functions')));
  checkByAwsSolutions(app, config, stage);
  checkResidency(app.synth(), config);
}
