import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { portalBucketName } from '../edge/names.ts';

export interface PortalBucketProps {
  readonly stage: string;
  readonly enforceTls: boolean;
}

/** The built pages, public to everybody by the edge and to nobody else; made again by each publication, so nothing is kept. */
export class PortalBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { stage, enforceTls }: PortalBucketProps) {
    super(scope, id);
    const stack = Stack.of(this);
    this.bucket = new Bucket(this, 'bucket', {
      bucketName: portalBucketName(stack, stage, stack.region),
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: enforceTls,
      versioned: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Any distribution of our account: which one is known only after this bucket is there.
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EdgeReads',
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: {
          ArnLike: {
            'aws:SourceArn': stack.formatArn({
              service: 'cloudfront',
              region: '',
              resource: 'distribution',
              resourceName: '*',
            }),
          },
        },
      }),
    );
  }
}
