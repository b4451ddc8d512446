import { expect, test } from 'vitest';
import { stageConfig } from '../../infra/config.ts';
import { keyNamedIn, type Resource, refersTo, statementsOf, synthesized, textOf } from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');

const one = (found: readonly Resource[], stack: string): Resource => {
  const [first, ...others] = found.filter((each) => each.stack === stack);
  if (first === undefined || others.length > 0) throw new Error(`${found.length} of them in ${stack}`);
  return first;
};

test('[7.2.2][R18] every table and bucket that holds what cannot be made again is backed up each day', () => {
  for (const stage of [dev, prod]) {
    const { is } = one(stage.all('AWS::Backup::BackupSelection'), 'backup');
    const listed = textOf(is.BackupSelection.Resources);
    const held = [...stage.all('AWS::DynamoDB::GlobalTable'), ...stage.all('AWS::S3::Bucket')].filter(
      ({ stack, id }) => stack === 'data' && !id.startsWith('transient'),
    );
    expect(held.length).toBeGreaterThanOrEqual(3);
    expect(held.filter(({ id }) => !listed.includes(id)).map(({ id }) => id)).toEqual([]);
    const rules = one(stage.all('AWS::Backup::BackupPlan'), 'backup').is.BackupPlan.BackupPlanRule;
    expect(rules.map((rule: { ScheduleExpression: string }) => rule.ScheduleExpression)).toEqual([
      'cron(10 17 * * ? *)',
      'cron(10 17 1 * ? *)',
    ]);
  }
});

test('[7.2.2] each backup is copied into the second region, which is inside the jurisdiction, and kept as long there', () => {
  const { replica, jurisdiction } = stageConfig('prod');
  expect(jurisdiction).toContain(replica?.region);
  const { BackupPlanRule } = one(prod.all('AWS::Backup::BackupPlan'), 'backup').is.BackupPlan;
  for (const { CopyActions, Lifecycle } of BackupPlanRule) {
    expect(textOf(CopyActions)).toContain(`:backup:${replica?.region}:`);
    expect(textOf(CopyActions)).toContain(':backup-vault:banli-prod');
    expect(CopyActions.map((copy: { Lifecycle: unknown }) => copy.Lifecycle)).toEqual([Lifecycle]);
  }
  const copies = one(prod.all('AWS::Backup::BackupVault'), 'backup-copies');
  expect(copies.is.BackupVaultName).toBe('banli-prod');
});

test('[7.2.2][R18] vaults are under a key of their own and locked: for good in prod, by permission elsewhere', () => {
  for (const stage of [dev, prod]) {
    const vaults = stage.all('AWS::Backup::BackupVault');
    expect(vaults.map(({ stack }) => stack).toSorted()).toEqual(['backup', 'backup-copies']);
    for (const { is, kept } of vaults) {
      expect(kept).toBe(true);
      expect(keyNamedIn(is.EncryptionKeyArn)).toBe('backup');
      expect(is.LockConfiguration.MinRetentionDays).toBe(35);
      expect(is.LockConfiguration.ChangeableForDays).toBe(stage === prod ? 14 : undefined);
      const denied = statementsOf(is.AccessPolicy).filter(({ Effect }) => Effect === 'Deny');
      expect(denied.flatMap(({ Action }) => Action).toSorted()).toEqual([
        'backup:DeleteRecoveryPoint',
        'backup:UpdateRecoveryPointLifecycle',
      ]);
    }
  }
});

test('[7.2.2] no backup lives shorter or longer than its vault’s lock allows: Backup would refuse to make it', () => {
  for (const stage of [dev, prod]) {
    const lock = one(stage.all('AWS::Backup::BackupVault'), 'backup').is.LockConfiguration;
    const rules = one(stage.all('AWS::Backup::BackupPlan'), 'backup').is.BackupPlan.BackupPlanRule;
    for (const { Lifecycle } of rules) {
      expect(Lifecycle.DeleteAfterDays).toBeGreaterThanOrEqual(lock.MinRetentionDays);
      expect(Lifecycle.DeleteAfterDays).toBeLessThanOrEqual(lock.MaxRetentionDays);
    }
  }
});

test('[7.2.2][R17] each month the newest backup of every table and bucket is restored, in both regions', () => {
  for (const stage of [dev, prod]) {
    for (const vault of stage.all('AWS::Backup::BackupVault')) {
      const plan = one(stage.all('AWS::Backup::RestoreTestingPlan'), vault.stack);
      expect(plan.is.ScheduleExpression).toBe('cron(0 20 1 * ? *)');
      expect(refersTo(plan.is.RecoveryPointSelection.IncludeVaults, vault.id)).toBe(true);
      const selections = stage
        .all('AWS::Backup::RestoreTestingSelection')
        .filter(({ stack }) => stack === vault.stack);
      expect(selections.map(({ is }) => is.ProtectedResourceType).toSorted()).toEqual(['DynamoDB', 'S3']);
      for (const { is } of selections) {
        expect(is.RestoreTestingPlanName).toBe(plan.is.RestoreTestingPlanName);
        expect(is.ProtectedResourceArns).toEqual(['*']);
        const key = keyNamedIn(is.RestoreMetadataOverrides);
        expect(key).toBe(is.ProtectedResourceType === 'S3' ? 'documents' : 'table');
      }
    }
  }
});

test('[R41] a backup that was missed rings within 26 hours, and one that failed at once', () => {
  const alarms = new Map(prod.all('AWS::CloudWatch::Alarm').map(({ is }) => [is.AlarmName, is]));
  for (const name of ['backup-missed-tables', 'backup-missed-buckets', 'copy-missed']) {
    const alarm = alarms.get(`banli-prod-${name}`);
    expect([alarm?.Period, alarm?.EvaluationPeriods, alarm?.TreatMissingData]).toEqual([
      3600,
      26,
      'breaching',
    ]);
  }
  for (const name of ['backup-failed', 'backup-expired', 'copy-failed', 'restore-test-failed']) {
    const alarm = alarms.get(`banli-prod-${name}`);
    expect([alarm?.Threshold, alarm?.EvaluationPeriods]).toEqual([1, 1]);
    expect(textOf(alarm?.Dimensions)).toContain('banli-prod');
  }
});

test('the local stage has no backup: the local cloud knows neither selections nor restore tests', () => {
  expect(local.resources.filter(({ type }) => type.startsWith('AWS::Backup::'))).toEqual([]);
});
