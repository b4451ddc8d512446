import type { App, Stack, StackProps } from 'aws-cdk-lib';
import type { StageConfig } from './config.ts';
import { DataSecondStack } from './stacks/data-second-stack.ts';
import type { DataStack } from './stacks/data-stack.ts';
import type { KeysReplicaStack } from './stacks/keys-replica-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';

export interface FirstRegion {
  readonly config: StageConfig;
  readonly bundles: string;
  readonly name: (part: string) => string;
  readonly props: (region: string) => StackProps;
  /** Of a stack that holds data, and so is not removed by accident. */
  readonly stateful: (region: string) => StackProps;
  readonly replicas: KeysReplicaStack | undefined;
  readonly data: DataStack;
}

export interface BuiltSecondRegion {
  readonly data: DataSecondStack;
  readonly service: ServiceStack;
  readonly stacks: readonly Stack[];
}

/** The same service over data of its own region. Nothing here refers to a stack of the first region, nor the other way. */
export function addSecondRegion(app: App, first: FirstRegion): BuiltSecondRegion | undefined {
  const { config, bundles, name, props, stateful, replicas } = first;
  if (config.replica === undefined) return undefined;
  const { region } = config.replica;
  const data = new DataSecondStack(app, name('data-second'), { ...stateful(region), config, bundles });
  if (replicas) data.addStackDependency(replicas);
  const service = new ServiceStack(app, name('service-second'), {
    ...props(region),
    config,
    bundles,
    data,
  });
  return { data, service, stacks: [data, service] };
}
