import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  KeyValueStore,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
} from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { EdgeConfig, StageConfig } from '../config.ts';
import { behavioursOf } from '../edge/behaviours.ts';
import { contentSecurityPolicy, PAGE_HEADERS } from '../edge/content-security-policy.ts';
import { addEdgeAlarms } from '../edge/edge-alarms.ts';
import { firewallRules, visible } from '../edge/firewall.ts';
import { fileOrigins } from '../edge/names.ts';

export interface EdgeStackProps extends StackProps {
  readonly config: StageConfig;
  readonly edge: EdgeConfig;
}

/** Behind these a code, a number or a password may be guessed. */
const GUESSING_AT = ['/public/sign-in', '/public/staff-sign-in', '/public/tracking', '/public/certificates'];

/** What people reach: CloudFront with its firewall before portal and API of the region that is active. Holds no data. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { config, edge, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const zone = HostedZone.fromHostedZoneAttributes(this, 'zone', {
      hostedZoneId: edge.zone.id,
      zoneName: edge.zone.name,
    });
    const store = new KeyValueStore(this, 'store', { keyValueStoreName: `banli-${config.stage}` });
    const firewall = new CfnWebACL(this, 'firewall', {
      name: `banli-${config.stage}-edge`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      rules: firewallRules({ ...edge.mostRequests, guessingAt: GUESSING_AT }),
      visibilityConfig: visible(`banli-${config.stage}-edge`),
    });
    const distribution = new Distribution(this, 'distribution', {
      comment: `Banli ${config.stage}`,
      domainNames: [edge.domain],
      certificate: new Certificate(this, 'certificate', {
        domainName: edge.domain,
        validation: CertificateValidation.fromDns(zone),
      }),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: firewall.attrArn,
      ...behavioursOf(this, {
        config,
        edge,
        choose: this.#chooseOrigin(config, store),
        headers: this.#securityHeaders(config),
      }),
    });
    Validations.of(distribution).acknowledge({
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
      reason:
        'The portal’s bucket in each region lets the edge of our account read it by a policy of its own.',
    });
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new ARecord(this, 'name', { zone, recordName: `${edge.domain}.`, target });
    new AaaaRecord(this, 'name-6', { zone, recordName: `${edge.domain}.`, target });
    addEdgeAlarms(this, config, firewall);
    this.#output('EdgeStoreArn', store.keyValueStoreArn);
    this.#output('DistributionId', distribution.distributionId);
  }

  #output(name: string, value: string): void {
    new CfnOutput(this, name, { value }).overrideLogicalId(name);
  }

  /** The region is read at each request: moving it needs no deployment, and nothing of this region but its data plane. */
  #chooseOrigin(config: StageConfig, store: KeyValueStore): EdgeFunction {
    const code = readFileSync(join(import.meta.dirname, '../edge/choose-origin.js'), 'utf8');
    return new EdgeFunction(this, 'choose-origin', {
      functionName: `banli-${config.stage}-choose-origin`,
      code: FunctionCode.fromInline(code.replace('FIRST_REGION', config.region)),
      runtime: FunctionRuntime.JS_2_0,
      keyValueStore: store,
    });
  }

  #securityHeaders(config: StageConfig): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'security-headers', {
      responseHeadersPolicyName: `banli-${config.stage}-portal`,
      customHeadersBehavior: {
        customHeaders: Object.entries(PAGE_HEADERS).map(([header, value]) => ({
          header,
          value,
          override: true,
        })),
      },
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: contentSecurityPolicy(fileOrigins(this, config)),
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          preload: true,
          override: true,
        },
      },
    });
  }
}
