import type { BucketPurpose } from './names.ts';

/** The other region's bucket, with its key there. */
export interface ReplicationTarget {
  readonly bucketArn: string;
  readonly keyArn: string;
}

/** Those whose loss could not be made good by asking the customer again arrive within 15 minutes, or an alarm rings. */
const TIMED: ReadonlySet<BucketPurpose> = new Set<BucketPurpose>(['archive', 'digests']);

export function isTimed(purpose: BucketPurpose): boolean {
  return TIMED.has(purpose);
}

export const REPLICATION_MINUTES = 15;

const MINUTES = { Minutes: REPLICATION_MINUTES };

/** The rule's name in metrics. The one word in which S3 and CloudFormation differ is how they spell "id". */
export const REPLICATION_RULE = 'to-the-other-region';

/**
 * Everything, with what is changed at a copy later (tags, holds) sent back; but no deletion: what was deleted by mistake
 * in one region is still in the other. The same for both directions, in the words of S3.
 */
export function replicationRules(purpose: BucketPurpose, { bucketArn, keyArn }: ReplicationTarget) {
  const timed = isTimed(purpose);
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
