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

/** Every region that holds a part of a stage's records. */
export function regionsOf({ region, replica }: StageConfig): readonly string[] {
  if (replica === undefined) return [region];
  return [region, replica.region, ...(replica.consistency === 'strong' ? [replica.witness] : [])];
}
