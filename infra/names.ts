import type { Stack } from 'aws-cdk-lib';
import { restoredTable } from './restored-table.ts';

// Names that the other region must know before it sees the thing: two regions that referred to each other's generated
// names could not be deployed at all.

export function recordsTableName(stage: string): string {
  return `banli-${stage}-records`;
}

/** The table that a stage works on: the one it was born with, or the one it goes on with after a restore. */
export function servedTableName(stage: string): string {
  return restoredTable(stage)?.name ?? recordsTableName(stage);
}

export type BucketPurpose = 'documents' | 'archive' | 'digests';

export const BUCKET_PURPOSES: readonly BucketPurpose[] = ['documents', 'archive', 'digests'];

/** One of something for each bucket. */
export function byBucket<T>(make: (purpose: BucketPurpose) => T): Readonly<Record<BucketPurpose, T>> {
  return { documents: make('documents'), archive: make('archive'), digests: make('digests') };
}

/** Of the whole world nobody else's, because the account is in it. */
export function bucketName(
  { account }: Pick<Stack, 'account'>,
  stage: string,
  purpose: BucketPurpose,
  region: string,
): string {
  return `banli-${stage}-${purpose}-${account}-${region}`;
}

/** Keys that operators' commands use as well as functions. */
export const OPERATED_KEYS = ['personal', 'index', 'claims', 'signing'] as const;

/** Under this name a region's stack of keys puts out one of them, the replica's like the first's. */
export function keyOutput(purpose: (typeof OPERATED_KEYS)[number]): string {
  return `${purpose.slice(0, 1).toUpperCase()}${purpose.slice(1)}KeyArn`;
}

/** Under this name the second region's stack of keys exports the replica of a key. */
export function replicaKeyExport(stage: string, purpose: string): string {
  return `banli-${stage}-replica-key-${purpose}`;
}

/** Under this name the second region exports the stream of its replica: its name is made when the replica is. */
export function replicaStreamExport(stage: string): string {
  return `banli-${stage}-replica-stream`;
}
