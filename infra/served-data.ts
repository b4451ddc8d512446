import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { PostOffice } from './constructs/post-office.ts';
import type { KeysByPurpose } from './constructs/purpose-keys.ts';
import type { SealedBucket } from './constructs/sealed-bucket.ts';
import type { CustomerPool, StaffPool } from './constructs/user-pools.ts';

/** The table of records as one region sees it. */
export interface ServedRecords {
  readonly table: ITable;
  grantRead(grantee: IGrantable): void;
  grantReadWrite(grantee: IGrantable): void;
}

/** What the service of a region works on: all of it is in that region, so that no other region is needed to serve. */
export interface ServedData {
  readonly keys: KeysByPurpose;
  readonly records: ServedRecords;
  readonly transient: ITable;
  readonly documents: SealedBucket;
  readonly archive: SealedBucket;
  readonly digests: SealedBucket;
  readonly customers: CustomerPool;
  readonly staff: StaffPool;
  readonly postOffice: PostOffice;
}
