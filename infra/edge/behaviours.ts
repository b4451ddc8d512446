import { Duration, Stack } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  type Function as EdgeFunction,
  FunctionEventType,
  OriginRequestPolicy,
  type ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { EdgeConfig, StageConfig } from '../config.ts';
import { apiName, portalBucketName, servingRegions } from './names.ts';

/** Paths of the API; everything else is a page of the portal. As the function at the edge sees it. */
const API_PATHS = ['/public/*', '/me', '/me/*', '/staff/*', '/system/*', '/openapi.json'];

export interface Behaving {
  readonly config: StageConfig;
  readonly edge: EdgeConfig;
  readonly choose: EdgeFunction;
  readonly headers: ResponseHeadersPolicy;
}

/** Which path goes where: API and pages, of each region that may be active. */
export function behavioursOf(scope: Construct, { config, edge, choose, headers }: Behaving) {
  const access = new S3OriginAccessControl(scope, 'portal-access');
  const common = {
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    functionAssociations: [{ function: choose, eventType: FunctionEventType.VIEWER_REQUEST }],
    compress: true,
  };
  const ofRegion = (region: string) => ({
    region,
    api: {
      ...common,
      origin: new HttpOrigin(apiName(edge, region), {
        originId: `api-${region}`,
        readTimeout: Duration.seconds(35),
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    } satisfies BehaviorOptions,
    pages: {
      ...common,
      origin: S3BucketOrigin.withOriginAccessControl(
        Bucket.fromBucketAttributes(scope, `portal-${region}`, {
          bucketName: portalBucketName(Stack.of(scope), config.stage, region),
          region,
        }),
        { originId: `portal-${region}`, originAccessControl: access },
      ),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
    } satisfies BehaviorOptions,
  });
  const [first, ...others] = servingRegions(config).map(ofRegion);
  if (first === undefined) throw new Error('A stage serves from one region at least');
  return {
    defaultBehavior: first.pages,
    additionalBehaviors: {
      ...Object.fromEntries(API_PATHS.map((path) => [path, first.api])),
      // An origin is in a distribution only with a path of its own; nobody asks for these.
      ...Object.fromEntries(
        others.flatMap(({ region, api, pages }) => [
          [`/.api-${region}`, api],
          [`/.portal-${region}`, pages],
        ]),
      ),
    },
  };
}
