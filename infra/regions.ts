import type { StageConfig } from './config.ts';

/**
 * `strong`: an answered write is in both regions. `eventual`: the second region is behind by the replication's lag, and
 * what had not arrived when a region is lost shows as a fork (kernel: epochs); for places without three regions.
 */
export type SecondRegion =
  | { readonly region: string; readonly consistency: 'strong'; readonly witness: string }
  | { readonly region: string; readonly consistency: 'eventual' };

export const ASIA: readonly string[] = ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'];

/** One of the three sets of regions that know strong consistency; the witness holds no data that can be read. */
export const TOKYO_OSAKA: SecondRegion = {
  region: 'ap-northeast-3',
  consistency: 'strong',
  witness: 'ap-northeast-2',
};

/** The second region of a stage that has one; asking elsewhere is an error at synthesis. */
export function secondRegionOf({ stage, replica }: StageConfig): SecondRegion {
  if (replica === undefined) throw new Error(`Stage ${stage} has no second region`);
  return replica;
}

/** DynamoDB keeps strong consistency within one of these sets, between two replicas and a witness or three replicas. */
const STRONG_SETS: readonly (readonly string[])[] = [
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'],
  ['us-east-1', 'us-east-2', 'us-west-2'],
];

/** Why the regions of a stage cannot be as they are configured; none when they can. */
export function regionFault(config: StageConfig): string | undefined {
  const regions = regionsOf(config);
  const outside = regions.find((region) => !config.jurisdiction.includes(region));
  if (outside !== undefined) return `${outside} is outside the jurisdiction of stage ${config.stage}`;
  if (new Set(regions).size < regions.length) return `Stage ${config.stage} names a region twice`;
  const strong = config.replica?.consistency === 'strong';
  if (strong && !STRONG_SETS.some((set) => regions.every((region) => set.includes(region))))
    return `${regions.join(', ')} are no set of regions with strong consistency: use 'eventual' or others`;
  return undefined;
}

/** Every region that holds a part of a stage's records. */
function regionsOf({ region, replica }: StageConfig): readonly string[] {
  if (replica === undefined) return [region];
  return [region, replica.region, ...(replica.consistency === 'strong' ? [replica.witness] : [])];
}
