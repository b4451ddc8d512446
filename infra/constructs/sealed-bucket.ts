import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type CorsRule,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { BucketReplication } from './bucket-replication.ts';

export interface SealedBucketProps {
  readonly name: string;
  readonly key: IKey;
  readonly removal: RemovalPolicy;
  readonly enforceTls: boolean;
  /** Object Lock with this default retention; versions cannot be deleted or overwritten within it. */
  readonly lockFor?: Duration;
  /** Object Lock without a default: every object is put once, under legal hold, until its retention is known. */
  readonly holdFromPut?: boolean;
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
    { name, key, removal, enforceTls, lockFor, holdFromPut, expire, cors }: SealedBucketProps,
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
      ...(holdFromPut && { objectLockEnabled: true }),
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
    // The local cloud has no bucket policies of ours: without TLS there is none to add to.
    if (holdFromPut && enforceTls) this.#refuseOtherPuts();
  }

  /** Whoever may put: never over what is there, never without the hold. */
  #refuseOtherPuts(): void {
    const refuse = (sid: string, condition: Record<string, Record<string, string>>) =>
      this.bucket.addToResourcePolicy(
        new PolicyStatement({
          sid,
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['s3:PutObject'],
          resources: [this.bucket.arnForObjects('*')],
          conditions: condition,
        }),
      );
    refuse('NeverOverWhatIsThere', {
      Null: { 's3:if-none-match': 'true' },
      Bool: { 's3:ObjectCreationOperation': 'true' },
    });
    refuse('NeverWithoutHold', { StringNotEquals: { 's3:object-lock-legal-hold': 'ON' } });
  }

  /** What goes into it is copied to the other region's. */
  replicate({ role, told }: BucketReplication): void {
    const { defaultChild } = this.bucket.node;
    if (!(defaultChild instanceof CfnBucket)) throw new TypeError('A bucket has no resource');
    defaultChild.addPropertyOverride('ReplicationConfiguration', told.cloudFormation);
    defaultChild.node.addDependency(role);
  }

  grantRead(grantee: IGrantable, prefix: string): void {
    this.#allow(grantee, ['s3:GetObject', 's3:GetObjectVersion'], prefix);
    this.#key.grantDecrypt(grantee);
  }

  /** What the scanner noted on a version of an object. */
  grantReadTags(grantee: IGrantable, prefix: string): void {
    this.#allow(grantee, ['s3:GetObjectVersionTagging'], prefix);
  }

  /** Without it S3 answers "forbidden" and not "not found" of an object that is not there; it tells names, no content. */
  grantList(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    );
  }

  /** Names and versions of what is there; no content. */
  grantListVersions(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['s3:ListBucketVersions'], resources: [this.bucket.bucketArn] }),
    );
  }

  /** Puts papers once, under legal hold. */
  grantKeep(grantee: IGrantable): void {
    this.#allow(grantee, ['s3:PutObject', 's3:PutObjectLegalHold'], '');
    this.#key.grantEncryptDecrypt(grantee);
  }

  /** Sets until when papers are kept, and their holds; reads none of them. */
  grantLock(grantee: IGrantable): void {
    this.#allow(grantee, ['s3:PutObjectRetention', 's3:PutObjectLegalHold'], '');
    this.grantListVersions(grantee);
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
