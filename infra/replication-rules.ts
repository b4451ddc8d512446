import type { BucketPurpose } from './names.ts';

/** The other region's bucket, with its key there. */
export interface ReplicationTarget {
  readonly bucketArn: string;
  readonly keyArn: string;
}

/** Those whose loss could not be made good by asking the customer again arrive within 15 minutes, or an alarm rings. */
const TIMED: ReadonlySet<BucketPurpose> = new Set<BucketPurpose>(['archive', 'digests']);

const MINUTES = { Minutes: 15 };

/**
 * Everything, with what is changed at a copy later (tags, holds) sent back; but no deletion: what was deleted by mistake
 * in one region is still in the other. The same for both directions, in the words of S3.
 */
export function replicationRules(purpose: BucketPurpose, { bucketArn, keyArn }: ReplicationTarget) {
  const timed = TIMED.has(purpose);
  const Status = 'Enabled' as const;
  return [
    {
      Status,
      Priority: 1,
      Filter: { Prefix: '' },
      DeleteMarkerReplication: { Status: 'Disabled' as const },
      SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status }, ReplicaModifications: { Status } },
      Destination: {
        Bucket: bucketArn,
        EncryptionConfiguration: { ReplicaKmsKeyID: keyArn },
        Metrics: { Status, ...(timed && { EventThreshold: MINUTES }) },
        ...(timed && { ReplicationTime: { Status, Time: MINUTES } }),
      },
    },
  ];
}
