import type { Stack } from 'aws-cdk-lib';
import type { EdgeConfig, StageConfig } from '../config.ts';
import { bucketName } from '../names.ts';

// Names that the edge and the regions must agree upon without asking each other: a region is made and lost without it.

/** Under which the API of a region answers the edge. */
export function apiName({ domain }: EdgeConfig, region: string): string {
  return `api-${region}.${domain}`;
}

export function portalBucketName({ account }: Stack, stage: string, region: string): string {
  return `banli-${stage}-portal-${account}-${region}`;
}

/** Where pages send what is uploaded and fetch what is shown. */
export function fileOrigins(stack: Stack, { stage, ...config }: StageConfig): readonly string[] {
  const held = ['documents', 'archive'] as const;
  return servingRegions(config).flatMap((region) =>
    held.map((purpose) => `https://${bucketName(stack, stage, purpose, region)}.s3.${region}.amazonaws.com`),
  );
}

export function servingRegions({
  region,
  replica,
}: Pick<StageConfig, 'region' | 'replica'>): readonly [string, ...string[]] {
  return replica ? [region, replica.region] : [region];
}

/** CloudFront takes its firewall and certificate from there, and from nowhere else. */
export const EDGE_REGION = 'us-east-1';
