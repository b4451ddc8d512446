import { describe, expect, test } from 'vitest';
import { named, type Resource, refersTo, statementsOf, synthesized, textOf } from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');

const MANAGED = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
];

/** The rules of a firewall, and that it lets through only what none of them stopped. */
function rulesOf({ is }: Resource) {
  expect(is.DefaultAction).toEqual({ Allow: {} });
  const rules: readonly Resource['is'][] = is.Rules;
  const groups = rules.flatMap(({ Statement, OverrideAction }) =>
    Statement.ManagedRuleGroupStatement && OverrideAction?.None
      ? [Statement.ManagedRuleGroupStatement.Name]
      : [],
  );
  const limits = rules.filter(({ Statement, Action }) => Statement.RateBasedStatement && Action?.Block);
  return { groups: groups.toSorted(), limits: limits.map(({ Statement }) => Statement.RateBasedStatement) };
}

describe('every public entry', () => {
  test('[7.1.1][R20] has a firewall with the managed rules and a limit for each address', () => {
    for (const stage of [dev, prod]) {
      const firewalls = stage.all('AWS::WAFv2::WebACL');
      expect(new Set(firewalls.map(({ is }) => is.Scope))).toEqual(new Set(['CLOUDFRONT', 'REGIONAL']));
      for (const firewall of firewalls) {
        const { groups, limits } = rulesOf(firewall);
        expect(groups).toEqual(MANAGED);
        expect(limits.filter(({ ScopeDownStatement }) => ScopeDownStatement === undefined)).toHaveLength(1);
        for (const { AggregateKeyType } of limits) expect(AggregateKeyType).toBe('IP');
      }
    }
  });

  test('[7.1.1] is known: distributions, pools and APIs have one each, or cannot be reached around it', () => {
    for (const stage of [dev, prod]) {
      const unguarded = stage.all('AWS::CloudFront::Distribution').filter(({ is }) => {
        return !stage
          .all('AWS::WAFv2::WebACL')
          .some(({ id }) => refersTo(is.DistributionConfig.WebACLId, id));
      });
      expect(unguarded.map(named)).toEqual([]);
      const guarded = textOf(stage.all('AWS::WAFv2::WebACLAssociation').map(({ is }) => is.ResourceArn));
      for (const { id } of stage.all('AWS::Cognito::UserPool')) expect(guarded).toContain(id);
      const apis = stage.all('AWS::ApiGatewayV2::Api');
      expect(apis.length).toBeGreaterThan(0);
      expect(apis.filter(({ is }) => is.DisableExecuteApiEndpoint !== true).map(named)).toEqual([]);
      expect(stage.all('AWS::Lambda::Url').map(named)).toEqual([]);
    }
  });

  test('[R32] limits more strictly where something may be guessed', () => {
    const [edge] = prod.all('AWS::WAFv2::WebACL').filter(({ is }) => is.Scope === 'CLOUDFRONT');
    const { limits } = rulesOf(edge as Resource);
    const narrow = limits.filter(({ ScopeDownStatement }) => ScopeDownStatement);
    expect(narrow.map(({ Limit }) => Limit)).toEqual([100, 100, 100, 100]);
    expect(narrow.map((one) => one.ScopeDownStatement.ByteMatchStatement.SearchString)).toEqual([
      '/public/sign-in',
      '/public/staff-sign-in',
      '/public/tracking',
      '/public/certificates',
    ]);
  });

  test('[R29] every function of the API demands the edge’s word where there is an edge, and the local stage says it has none', () => {
    const demands = (stage: typeof dev) =>
      new Set(
        stage
          .all('AWS::Lambda::Function')
          .filter(({ is }) => is.Environment?.Variables.POWERTOOLS_SERVICE_NAME?.startsWith('api/'))
          .map(({ is }) => is.Environment.Variables.EDGE),
      );
    expect([demands(local), demands(dev), demands(prod)]).toEqual([
      new Set(['none']),
      new Set(['required']),
      new Set(['required']),
    ]);
  });
});

describe('the portal', () => {
  const headers = prod.all('AWS::CloudFront::ResponseHeadersPolicy')[0]?.is.ResponseHeadersPolicyConfig;
  const { ContentSecurityPolicy, FrameOptions, StrictTransportSecurity, ContentTypeOptions, ReferrerPolicy } =
    headers?.SecurityHeadersConfig ?? {};

  test('[R33] runs no inline script, is framed by nobody, and is asked for by TLS only', () => {
    const policy = textOf(ContentSecurityPolicy.ContentSecurityPolicy);
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|\*|script-src/);
    expect(FrameOptions).toEqual({ FrameOption: 'DENY', Override: true });
    expect(StrictTransportSecurity).toMatchObject({ AccessControlMaxAgeSec: 63_072_000, Override: true });
    expect(headers?.CustomHeadersConfig.Items.map(({ Header }: { Header: string }) => Header)).toEqual([
      'permissions-policy',
      'cross-origin-opener-policy',
    ]);
    expect([ContentTypeOptions.Override, ReferrerPolicy.ReferrerPolicy]).toEqual([true, 'no-referrer']);
  });

  test('[R33] sends these with every page of every region', () => {
    for (const stage of [dev, prod]) {
      const [{ is } = { is: undefined }] = stage.all('AWS::CloudFront::Distribution');
      const { DefaultCacheBehavior, CacheBehaviors, Origins, ViewerCertificate } = is.DistributionConfig;
      const pages = [DefaultCacheBehavior, ...CacheBehaviors].filter(
        ({ TargetOriginId }: { TargetOriginId: string }) => TargetOriginId.startsWith('portal-'),
      );
      expect(pages).toHaveLength(Origins.length / 2);
      for (const page of pages) expect(textOf(page.ResponseHeadersPolicyId)).toContain('securityheaders');
      expect(ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
    }
  });

  test('lies in a bucket that only the edge of our account reads', () => {
    for (const stage of [dev, prod]) {
      const buckets = stage.all('AWS::S3::Bucket').filter(({ id }) => id.startsWith('portal'));
      expect(buckets.length).toBeGreaterThan(0);
      for (const { id, stack, is } of buckets) {
        expect(Object.values(is.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
        const [policy] = stage
          .all('AWS::S3::BucketPolicy')
          .filter((one) => one.stack === stack && refersTo(one.is.Bucket, id));
        const allowed = statementsOf(policy?.is.PolicyDocument).filter(({ Effect }) => Effect === 'Allow');
        expect(allowed.map(({ Principal, Action }) => [Principal, Action])).toEqual([
          [{ Service: 'cloudfront.amazonaws.com' }, ['s3:GetObject']],
          [{ Service: 'cloudfront.amazonaws.com' }, ['s3:ListBucket']],
        ]);
        for (const { Condition } of allowed) expect(textOf(Condition)).toContain('aws:SourceArn');
      }
    }
  });
});
