import { expect, test } from 'vitest';
import { keptOf } from '../../operations/removal/plan-removal.ts';
import { named, refersTo, statementsOf, synthesized } from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');

test('[R18] tables can be restored to any second, and the records table cannot be deleted, in both regions', () => {
  for (const stage of [dev, prod]) {
    const tables = stage.all('AWS::DynamoDB::GlobalTable');
    expect(tables).toHaveLength(2);
    for (const { id, is } of tables) {
      for (const replica of is.Replicas) {
        expect(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
        if (id.startsWith('records')) expect(replica.DeletionProtectionEnabled).toBe(true);
      }
    }
  }
});

test('[R18] pools of logins cannot be deleted', () => {
  for (const stage of [dev, prod]) {
    const pools = stage.all('AWS::Cognito::UserPool');
    expect(pools.map(({ is }) => is.DeletionProtection)).toEqual(['ACTIVE', 'ACTIVE']);
  }
});

test('[R18] buckets are closed to the public and keep every version, and archive and digests are locked', () => {
  for (const stage of [local, dev, prod]) {
    const buckets = stage.all('AWS::S3::Bucket').filter(({ stack }) => stack === 'data');
    expect(buckets).toHaveLength(3);
    for (const { is } of buckets) {
      expect(is.VersioningConfiguration.Status).toBe('Enabled');
      expect(Object.values(is.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    }
    const locked = buckets.filter(({ is }) => is.ObjectLockEnabled);
    expect(locked.map(({ id }) => id.replace(/bucket.*/, ''))).toEqual(['archive', 'digests']);
    const defaults = locked.map(({ is }): unknown => is.ObjectLockConfiguration?.Rule.DefaultRetention);
    // How long papers are kept depends on the case: they are held from the first put until that is known.
    expect(defaults).toEqual([undefined, { Mode: 'GOVERNANCE', Days: 3650 }]);
  }
});

test('[R18] nothing is put over a paper of the archive, and none is put without a hold', () => {
  for (const stage of [dev, prod]) {
    const archive = stage.all('AWS::S3::Bucket').find(({ id }) => id.startsWith('archive'));
    const policy = stage
      .all('AWS::S3::BucketPolicy')
      .find(({ is }) => refersTo(is.Bucket, archive?.id ?? ''));
    const refused = statementsOf(policy?.is.PolicyDocument)
      .filter(({ Effect, Action }) => Effect === 'Deny' && Action.includes('s3:PutObject'))
      .map(({ Sid, Condition }) => [Sid, Condition]);
    expect(refused).toEqual([
      [
        'NeverOverWhatIsThere',
        { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
      ],
      ['NeverWithoutHold', { StringNotEquals: { 's3:object-lock-legal-hold': 'ON' } }],
    ]);
  }
});

test('logs are kept for six months at the least (網絡安全法 §23(3)), in prod for two years', () => {
  const days = (stage: typeof dev) =>
    new Set(stage.all('AWS::Logs::LogGroup').map(({ is }): unknown => is.RetentionInDays));
  expect(days(local)).toEqual(new Set([180]));
  expect(days(dev)).toEqual(new Set([180]));
  expect(days(prod)).toEqual(new Set([731]));
});

test('the stack of the service keeps nothing, so it may be destroyed and deployed at any time', () => {
  for (const stage of [dev, prod]) {
    const kept = stage.resources.filter(({ kept }) => kept);
    expect(
      new Set(kept.map(({ stack }) => stack)).isSubsetOf(
        new Set(['keys', 'keys-replica', 'data', 'data-join', 'backup', 'backup-copies', 'watch']),
      ),
    ).toBe(true);
  }
});

test('[R43] what stays when a stage is removed is keys, data, backups, logins and logs; locally nothing', () => {
  expect(new Set(dev.resources.filter(({ kept }) => kept).map(({ type }) => type))).toEqual(
    new Set([
      'AWS::KMS::Key',
      'AWS::KMS::ReplicaKey',
      'AWS::DynamoDB::GlobalTable',
      'AWS::S3::Bucket',
      'AWS::Cognito::UserPool',
      'AWS::Logs::LogGroup',
      'AWS::Backup::BackupVault',
    ]),
  );
  expect(local.resources.filter(({ kept }) => kept).map(named)).toEqual([]);
});

test('[R43] whatever stays has its reason in the command that removes a stage', () => {
  for (const stage of [dev, synthesized('dev', 'second')]) {
    const resources = stage.resources.map(({ id, type, kept }) => ({
      logicalId: id,
      physicalId: id,
      type,
      kept,
    }));
    const why = keptOf([{ region: '', name: '', resources }]).map((one) => one.why);
    expect(why.length).toBeGreaterThan(10);
    expect(why.filter((one) => one.startsWith('NO REASON'))).toEqual([]);
  }
});

// A new logical id is a new resource, and its data stays behind in the old one: this list may only grow.
const PINNED = [
  'backup/vault4F82A7B1',
  'data/archivebucket46425D12',
  'data/customerspool60E72355',
  'data/digestsbucket650AC6CA',
  'data/documentsbucket7C66A806',
  'data/recordstableAB18C8D9',
  'data/staffpoolBC27AB3F',
  'data/transient2374480B',
  'keys/keysarchive2C0D2C72',
  'keys/keysbackupFF564AF9',
  'keys/keysclaimsCFF9D1F8',
  'keys/keysdocuments3A0A87D5',
  'keys/keysindex1E039435',
  'keys/keyslogsBBAFB798',
  'keys/keysmessagesE33CFC9D',
  'keys/keyspersonal6687AD67',
  'keys/keyssigning60363359',
  'keys/keystable080878A4',
  'keys/keystrail9BADFA9E',
  'watch/ofaccounttrailbucketEE170670',
];

const PINNED_IN_SECOND = [
  'backup-copies/vault4F82A7B1',
  'data/archivebucket46425D12',
  'data/customerspool60E72355',
  'data/digestsbucket650AC6CA',
  'data/documentsbucket7C66A806',
  'data/staffpoolBC27AB3F',
  'data/transient2374480B',
  'keys-replica/archive',
  'keys-replica/backup',
  'keys-replica/claims',
  'keys-replica/documents',
  'keys-replica/index',
  'keys-replica/logs',
  'keys-replica/messages',
  'keys-replica/personal',
  'keys-replica/signing',
  'keys-replica/table',
  'keys-replica/trail',
  'watch/ofaccounttrailbucketEE170670',
];

const SECOND_ONLY = new Set(['keys-replica', 'backup-copies']);
const FIRST_ONLY = new Set(['keys', 'backup']);

function statefulIn(stage: typeof dev, without: ReadonlySet<string>): readonly string[] {
  const stateful = stage.resources.filter(
    ({ kept, type, stack }) => kept && type !== 'AWS::Logs::LogGroup' && !without.has(stack),
  );
  return stateful.map(named).toSorted();
}

test.each([dev, prod])('[R42] stateful resources of stage $name keep their logical ids', (stage) => {
  expect(statefulIn(stage, SECOND_ONLY)).toEqual(PINNED);
});

test.each([synthesized('dev', 'second'), synthesized('prod', 'second')])(
  '[R42] stateful resources of stage $name keep their logical ids in the second region',
  (stage) => {
    expect(statefulIn(stage, FIRST_ONLY)).toEqual(PINNED_IN_SECOND);
  },
);

test('the local stage leaves out what the local cloud refuses, as whole stacks', () => {
  expect(local.stacks.toSorted()).toEqual(['data', 'keys', 'service']);
  for (const stage of [dev, prod]) {
    expect(stage.stacks.toSorted()).toEqual([
      ...[
        'backup',
        'backup-copies',
        'data',
        'data-join',
        'edge',
        'keys',
        'keys-replica',
        'malware-scan',
        'pool-guard',
        'service',
        'watch',
      ],
    ]);
  }
});
