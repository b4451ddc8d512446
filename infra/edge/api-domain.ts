import { Stack } from 'aws-cdk-lib';
import { DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { EdgeConfig } from '../config.ts';
import { apiName } from './names.ts';

/** The name under which this region's API answers the edge; its own address, which goes around the edge, is closed. */
export function makeApiDomain(scope: Construct, edge: EdgeConfig): DomainName {
  const name = apiName(edge, Stack.of(scope).region);
  const zone = HostedZone.fromHostedZoneAttributes(scope, 'zone', {
    hostedZoneId: edge.zone.id,
    zoneName: edge.zone.name,
  });
  const domain = new DomainName(scope, 'domain', {
    domainName: name,
    certificate: new Certificate(scope, 'certificate', {
      domainName: name,
      validation: CertificateValidation.fromDns(zone),
    }),
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  const { regionalDomainName, regionalHostedZoneId } = domain;
  new ARecord(scope, 'name', {
    zone,
    recordName: `${name}.`,
    target: RecordTarget.fromAlias(
      new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId),
    ),
  });
  return domain;
}
