import type { App, Stack, StackProps } from 'aws-cdk-lib';
import type { StageConfig } from './config.ts';
import { EDGE_REGION } from './edge/names.ts';
import type { BuiltSecondRegion } from './second-region.ts';
import type { ServedData } from './served-data.ts';
import { BackupCopiesStack } from './stacks/backup-copies-stack.ts';
import { BackupStack } from './stacks/backup-stack.ts';
import type { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import type { KeysReplicaStack } from './stacks/keys-replica-stack.ts';
import type { KeysStack } from './stacks/keys-stack.ts';
import { PoolGuardStack } from './stacks/pool-guard-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';

export interface Inner {
  readonly config: StageConfig;
  readonly name: (part: string) => string;
  readonly props: (region: string) => StackProps;
  /** Of a stack that holds data, and so is not removed by accident. */
  readonly stateful: (region: string) => StackProps;
  readonly keys: KeysStack;
  readonly replicas: KeysReplicaStack | undefined;
  readonly data: DataStack;
  readonly second: BuiltSecondRegion | undefined;
}

/** What stands around data and service: stacks that the local cloud cannot have, each left out whole where a stage has none. */
export function addOuterStacks(app: App, inner: Inner): readonly Stack[] {
  return [...backups(app, inner), ...edges(app, inner), ...watches(app, inner)];
}

function backups(app: App, { config, name, stateful, keys, replicas, data }: Inner): readonly Stack[] {
  const { backup, replica, region } = config;
  if (backup === undefined) return [];
  const { records, documents, archive, digests } = data;
  const first = new BackupStack(app, name('backup'), {
    ...stateful(region),
    config,
    backup,
    keys: keys.keys,
    protects: [
      records.table.tableArn,
      ...[documents, archive, digests].map(({ bucket }) => bucket.bucketArn),
    ],
  });
  if (replica === undefined || replicas === undefined) return [first];
  const copies = new BackupCopiesStack(app, name('backup-copies'), {
    ...stateful(replica.region),
    config,
    backup,
    keys: replicas.keys,
  });
  // The first copy needs its vault.
  first.addStackDependency(copies);
  return [first, copies];
}

function edges(app: App, { config, name, props, data, second }: Inner): readonly Stack[] {
  const { edge, stage, region, replica } = config;
  if (edge === undefined) return [];
  const guard = (id: string, where: string, { customers, staff }: ServedData) =>
    new PoolGuardStack(app, id, {
      ...props(where),
      ...{ stage, edge, pools: { customers: customers.pool, staff: staff.pool } },
    });
  return [
    new EdgeStack(app, name('edge'), { ...props(EDGE_REGION), config, edge }),
    guard(name('pool-guard'), region, data),
    ...(replica && second ? [guard(name('pool-guard-second'), replica.region, second.data)] : []),
  ];
}

function watches(app: App, { config, name, stateful, data, second }: Inner): readonly Stack[] {
  const { watch, region, replica } = config;
  if (watch === undefined) return [];
  const of = (id: string, where: string, served: ServedData) =>
    new WatchStack(app, id, { ...stateful(where), config, watch, data: served });
  return [
    of(name('watch'), region, data),
    ...(replica && second ? [of(name('watch-second'), replica.region, second.data)] : []),
  ];
}
