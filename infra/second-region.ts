import { type App, Stack, type StackProps } from 'aws-cdk-lib';
import type { StageConfig } from './config.ts';
import { DataJoinStack } from './stacks/data-join-stack.ts';
import { DataSecondStack } from './stacks/data-second-stack.ts';
import type { DataStack } from './stacks/data-stack.ts';
import type { KeysReplicaStack } from './stacks/keys-replica-stack.ts';
import { MalwareScanStack } from './stacks/malware-scan-stack.ts';
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

/** The same service over data of its own region. No stack refers to one of the other region, but for the replicas of keys. */
export function addSecondRegion(app: App, first: FirstRegion): BuiltSecondRegion | undefined {
  const { config, bundles, name, props, stateful, replicas } = first;
  if (config.replica === undefined) return undefined;
  const { region } = config.replica;
  const data = new DataSecondStack(app, name('data-second'), { ...stateful(region), config, bundles });
  if (replicas) data.addStackDependency(replicas);
  // A bucket that replicates must find the other when it is made.
  first.data.addStackDependency(data);
  const join = replicas && new DataJoinStack(app, name('data-join'), { ...stateful(region), config, data });
  join?.addStackDependency(first.data);
  const service = new ServiceStack(app, name('service-second'), {
    ...props(region),
    config,
    bundles,
    data,
  });
  if (join) service.addStackDependency(join);
  const scan =
    config.malwareScan && new MalwareScanStack(app, name('malware-scan-second'), { ...props(region), data });
  const stacks = [data, join, scan, service].filter((stack) => stack instanceof Stack);
  return { data, service, stacks };
}
