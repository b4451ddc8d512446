import { describe, expect, test } from 'vitest';
import { stageConfig } from '../../infra/config.ts';
import { keyNamedIn, permissionsOf, refersTo, statementsOf, synthesized, textOf } from './support/stage.ts';

const local = synthesized('local');
const regions = (['dev', 'prod'] as const).flatMap((name) =>
  (['first', 'second'] as const).map((region) => ({ name, region, stage: synthesized(name, region) })),
);

describe.each(regions)('the watch of stage $name in its $region region', ({ name, region, stage }) => {
  const [trail] = stage.all('AWS::CloudTrail::Trail');
  const [bucket] = stage.all('AWS::S3::Bucket').filter(({ stack }) => stack === 'watch');
  const policy = stage
    .all('AWS::S3::BucketPolicy')
    .filter(({ is, stack }) => stack === 'watch' && refersTo(is.Bucket, bucket?.id ?? ''))
    .flatMap(({ is }) => statementsOf(is.PolicyDocument));

  test('[7.1.3] keeps a trail of every act, and of who touched tables and files past the application', () => {
    const { is } = trail ?? { is: undefined };
    expect(is.EnableLogFileValidation).toBe(true);
    expect(is.IsMultiRegionTrail).toBe(region === 'first');
    const [{ ReadWriteType, IncludeManagementEvents, DataResources }] = is.EventSelectors;
    expect([ReadWriteType, IncludeManagementEvents]).toEqual(['All', true]);
    const touched = textOf(DataResources);
    for (const held of ['documents', 'archive', 'digests', 'records']) expect(touched).toContain(held);
  });

  test('[7.1.3] by a name that no trail of the other region has: the first region’s stands in every region', () => {
    const [other] = synthesized(name, region === 'first' ? 'second' : 'first').all('AWS::CloudTrail::Trail');
    expect(trail?.is.TrailName).not.toEqual(other?.is.TrailName);
    const written = policy
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Condition }) => textOf(Condition));
    for (const condition of written) expect(condition).toContain(`trail/${trail?.is.TrailName}"`);
  });

  test('[R18] in a bucket under a key of its own, which nobody empties or writes but the trail', () => {
    expect(keyNamedIn(trail?.is.KMSKeyId)).toBe('trail');
    expect(keyNamedIn(bucket?.is.BucketEncryption)).toBe('trail');
    const { Mode, Days } = bucket?.is.ObjectLockConfiguration.Rule.DefaultRetention ?? {};
    expect([Mode, Days]).toEqual(['GOVERNANCE', stageConfig(name).logRetention]);
    const denied = policy.filter(({ Effect, Sid }) => Effect === 'Deny' && Sid?.startsWith('Nobody'));
    expect(denied.flatMap(({ Action }) => Action).toSorted()).toEqual([
      's3:BypassGovernanceRetention',
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:PutObject',
    ]);
    const allowed = policy.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.map(({ Principal }) => Principal)).toEqual([
      { Service: 'cloudtrail.amazonaws.com' },
      { Service: 'cloudtrail.amazonaws.com' },
    ]);
  });

  test('[7.1.3] no function can reach it', () => {
    const able = [...permissionsOf(stage)].filter(([, statements]) =>
      statements.some(({ Resource }) => /trail/.test(textOf(Resource))),
    );
    expect(able.map(([folder]) => folder)).toEqual([]);
  });

  test('[7.1.1] detects intruders in files and functions, and tells people of what is worth it', () => {
    const [detector] = stage.all('AWS::GuardDuty::Detector');
    expect(detector?.is.Enable).toBe(true);
    expect(detector?.is.Features).toEqual([
      { Name: 'S3_DATA_EVENTS', Status: 'ENABLED' },
      { Name: 'LAMBDA_NETWORK_LOGS', Status: 'ENABLED' },
    ]);
    const rules = stage.all('AWS::Events::Rule').filter(({ stack }) => stack === 'watch');
    expect(rules.map(({ is }) => is.EventPattern.source[0]).toSorted()).toEqual([
      'aws.backup',
      'aws.cloudtrail',
      'aws.guardduty',
      'aws.guardduty',
      'aws.kms',
    ]);
    for (const { is } of rules) {
      expect(textOf(is.Targets)).toContain(`:banli-${name}-alarms`);
      expect(textOf(is.Targets)).toMatch(/[A-Z].{20,}\. Runbook: docs\/runbook\.md#somebody-may-be-inside/);
    }
  });

  test('tells of cost once for the account', () => {
    const budgets = stage.all('AWS::Budgets::Budget');
    expect(budgets).toHaveLength(region === 'first' ? 1 : 0);
    for (const { is } of budgets) {
      const tells = textOf(is.NotificationsWithSubscribers);
      expect(tells).toContain('FORECASTED');
      for (const address of stageConfig(name).alarmMail) expect(tells).toContain(address);
    }
  });
});

test('the local stage watches nothing: the local cloud knows none of these services', () => {
  expect(local.resources.filter(({ stack }) => stack === 'watch')).toEqual([]);
});
