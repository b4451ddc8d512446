import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface SealedBucketProps {
  readonly name: string;
  readonly key: IKey;
  readonly removal: RemovalPolicy;
  readonly enforceTls: boolean;
  /** Object Lock with this default retention; versions cannot be deleted or overwritten within it. */
  readonly lockFor?: Duration;
  /** Objects under these prefixes go after so many days: uploads that were never confirmed. */
  readonly expire?: Readonly<Record<string, number>>;
  readonly cors?: readonly CorsRule[];
}

/** A private, versioned bucket under its own key. Whoever reads or writes is granted a prefix, never the bucket. */
export class SealedBucket extends Construct {
  readonly bucket: Bucket;
  readonly #key: IKey;

  constructor(
    scope: Construct,
    id: string,
    { name, key, removal, enforceTls, lockFor, expire, cors }: SealedBucketProps,
  ) {
    super(scope, id);
    this.#key = key;
    this.bucket = new Bucket(this, 'bucket', {
      bucketName: name,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: enforceTls,
      versioned: true,
      removalPolicy: removal,
      ...(lockFor && {
        objectLockEnabled: true,
        objectLockDefaultRetention: ObjectLockRetention.governance(lockFor),
      }),
      ...(cors && { cors: [...cors] }),
      lifecycleRules: [
        { id: 'abandoned-parts', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...Object.entries(expire ?? {}).map(([prefix, days]) => ({
          id: `expire-${prefix.replace(/\W/g, '')}`,
          prefix,
          expiration: Duration.days(days),
          noncurrentVersionExpiration: Duration.days(days),
        })),
      ],
    });
  }

  grantRead(grantee: IGrantable, prefix: string): void {
    this.#allow(grantee, ['s3:GetObject', 's3:GetObjectVersion'], prefix);
    this.#key.grantDecrypt(grantee);
  }

  /** Without it S3 answers "forbidden" and not "not found" of an object that is not there; it tells names, no content. */
  grantList(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    );
  }

  grantPut(grantee: IGrantable, prefix: string): void {
    this.#allow(grantee, ['s3:PutObject'], prefix);
    this.#key.grantEncryptDecrypt(grantee);
  }

  #allow(grantee: IGrantable, actions: readonly string[], prefix: string): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: [...actions], resources: [this.bucket.arnForObjects(`${prefix}*`)] }),
    );
  }
}
