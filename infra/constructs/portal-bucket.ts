import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { portalBucketName } from '../edge/names.ts';

export interface PortalBucketProps {
  readonly stage: string;
  readonly enforceTls: boolean;
}

/** The built pages, public to everybody by the edge and to nobody else; each publication makes them again, and what it replaced goes in its time. */
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
      lifecycleRules: [{ id: 'replaced', noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Any distribution of our account: which one is known only after this bucket is there.
    const ofEdge = {
      'aws:SourceArn': stack.formatArn({
        service: 'cloudfront',
        region: '',
        resource: 'distribution',
        resourceName: '*',
      }),
    };
    const allow = (sid: string, action: string, resource: string) =>
      this.bucket.addToResourcePolicy(
        new PolicyStatement({
          sid,
          principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
          actions: [action],
          resources: [resource],
          conditions: { ArnLike: ofEdge },
        }),
      );
    allow('EdgeReads', 's3:GetObject', this.bucket.arnForObjects('*'));
    // Without it what is not there is "forbidden" and not "not found". Names are listed to nobody: the function at the
    // edge asks for files alone.
    allow('EdgeMissesWhatIsNotThere', 's3:ListBucket', this.bucket.bucketArn);
  }
}
