import { describe, expect, test } from 'vitest';
import {
  permissionsOf,
  type Resource,
  type Statement,
  statementsOf,
  synthesized,
  textOf,
} from './support/stage.ts';

const local = synthesized('local');
const dev = synthesized('dev');
const prod = synthesized('prod');

/** Acts for which AWS knows no resource: traces, measures (of one namespace, by condition), lists of backup jobs. */
const WITHOUT_RESOURCE =
  /^(xray:(Put|GetSampling)|cloudwatch:PutMetricData$|backup:List(Backup|Copy|Restore)Jobs$)/;
/** Log delivery of the state machine is set up once for the account. */
const LOG_DELIVERY =
  /^logs:(\w*LogDelivery|\w*LogDeliveries|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)$/;
/** What a caller of a table, queue or bucket under a key of ours needs, in the words of AWS's own guide. */
const KEY_USE = new Set(['kms:ReEncrypt*', 'kms:GenerateDataKey*']);

const allStatements = (stage: typeof dev) =>
  stage.all('AWS::IAM::Policy').flatMap(({ is }) => statementsOf(is.PolicyDocument));

test('[R34] no role may do everything of a service', () => {
  for (const stage of [local, dev, prod]) {
    const wide = allStatements(stage)
      .flatMap(({ Action }) => Action)
      .filter((action) => action.includes('*') && !KEY_USE.has(action));
    expect(wide).toEqual([]);
  }
});

test('[R34] an act is tied to a resource wherever AWS knows one', () => {
  for (const stage of [dev, prod]) {
    const loose = allStatements(stage)
      .filter(({ Resource }) => Resource.includes('*'))
      .flatMap(({ Action }) => Action)
      .filter((action) => !WITHOUT_RESOURCE.test(action) && !LOG_DELIVERY.test(action));
    expect(loose).toEqual([]);
  }
});

test('[R34] locally only the three acts that the local cloud checks against no resource are loose beside them', () => {
  const loose = allStatements(local)
    .filter(({ Resource }) => Resource.includes('*'))
    .flatMap(({ Action }) => Action)
    .filter((action) => !WITHOUT_RESOURCE.test(action) && !LOG_DELIVERY.test(action));
  expect(new Set(loose)).toEqual(
    new Set(['cloudwatch:DescribeAlarms', 'ses:SendEmail', 'states:SendTaskSuccess']),
  );
});

test('[R34] text messages go to numbers only: who may send them can publish to no topic', () => {
  for (const stage of [local, dev, prod]) {
    const publishing = allStatements(stage).filter(({ Action }) => Action.includes('sns:Publish'));
    expect(publishing.length).toBeGreaterThan(0);
    for (const { Resource, NotResource } of publishing) {
      expect(Resource).toEqual([]);
      expect(textOf(NotResource)).toContain(':sns:*:*:*');
    }
  }
});

test('no managed policy, for what it allows is decided elsewhere; but AWS says what its Backup needs', () => {
  for (const stage of [local, dev, prod]) {
    const byBackup = (is: Resource['is']) =>
      textOf(is.AssumeRolePolicyDocument).includes('"Service":"backup.amazonaws.com"');
    const ours = stage
      .all('AWS::IAM::Role')
      .filter(({ id, is }) => !(id.startsWith('Custom') || byBackup(is)));
    expect(ours.filter(({ is }) => is.ManagedPolicyArns).map(({ id }) => id)).toEqual([]);
  }
});

/** The archivist's routes. */
const ARCHIVIST = ['api/archive'];

describe('functions', () => {
  const functions = permissionsOf(prod);
  const mayDo = (statements: readonly Statement[], action: RegExp) =>
    statements.some(({ Action }) => Action.some((one) => action.test(one)));
  const whoMay = (action: RegExp) =>
    [...functions].filter(([, statements]) => mayDo(statements, action)).map(([folder]) => folder);

  test('[R34] nobody scans, and nobody deletes a record, a file or a version of one', () => {
    expect(functions.size).toBeGreaterThan(25);
    expect(whoMay(/Scan|PartiQL|(dynamodb|s3):Delete|Bypass/)).toEqual([]);
  });

  test('[R34] nobody writes keys, policies, pools or stacks', () => {
    expect(
      whoMay(
        /^(iam|cloudformation|lambda|events:(?!PutEvents)|kms:(?!Decrypt|Encrypt|Generate|ReEncrypt|Describe|Sign|GetPublicKey))/,
      ),
    ).toEqual([]);
  });

  test('[R34] personal parts are opened only by those that need them', () => {
    const openers = [...functions]
      .filter(([, statements]) =>
        statements.some(
          ({ Action, Resource }) => Action.includes('kms:Decrypt') && /keyspersonal/.test(textOf(Resource)),
        ),
      )
      .map(([folder]) => folder);
    const closed = [
      'api/guides',
      'api/description',
      'api/outside',
      'api/verification',
      'api/sign-in',
      'api/staff-sign-in',
    ];
    const blind = [
      'events/relay',
      'events/sweep-deadlines',
      'workflow/ask-stage',
      'events/send-sign-in-code',
    ];
    expect(openers.filter((folder) => [...closed, ...blind].includes(folder))).toEqual([]);
    expect(openers).toContain('api/cases');
  });

  test('[R34] only the inspection makes a file clean, and only uploads are offered to customers', () => {
    const writers = (prefix: string) =>
      [...functions]
        .filter(([, statements]) =>
          statements.some(
            ({ Action, Resource }) => Action.includes('s3:PutObject') && textOf(Resource).includes(prefix),
          ),
        )
        .map(([folder]) => folder);
    expect(writers('/clean/*')).toEqual(['events/inspect-document']);
    expect(writers('/quarantine/*')).toEqual(['api/files']);
  });

  test('[R34] staff read no file that was not inspected', () => {
    expect(textOf(functions.get('api/cases'))).not.toContain('/quarantine/');
  });

  test('[6.3.1] [R34] only the archivist’s function reads the archive; filing adds to it, and only one sets its locks', () => {
    const onArchive = (action: string) =>
      [...functions]
        .filter(([, statements]) =>
          statements.some(
            ({ Action, Resource }) => Action.includes(action) && /archivebucket/.test(textOf(Resource)),
          ),
        )
        .map(([folder]) => folder)
        .toSorted();
    expect(onArchive('s3:GetObject')).toEqual(ARCHIVIST);
    expect(onArchive('s3:GetObjectVersion')).toEqual(ARCHIVIST);
    expect(onArchive('s3:PutObject')).toEqual(['workflow/file-record', 'workflow/make-certificate']);
    expect(onArchive('s3:PutObjectRetention')).toEqual(['events/lock-archive']);
  });

  test('[R34] only those that must start, wake or stop executions', () => {
    // Whoever begins a generation here ends what an earlier stay of the case in this region left over.
    expect(whoMay(/states:StopExecution/).toSorted()).toEqual([
      'events/activate-region',
      'events/advance-workflow',
      'events/reconcile',
      'events/workflow-status',
    ]);
    expect(whoMay(/states:(Start|Send)/).filter((folder) => folder.startsWith('api/'))).toEqual([]);
  });

  test('[R34] measures go to our own namespace only', () => {
    const measuring = [...functions.values()]
      .flat()
      .filter(({ Action }) => Action.includes('cloudwatch:PutMetricData'));
    expect(measuring.map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { 'cloudwatch:namespace': 'Banli' } },
    ]);
  });

  test('[R34] mail leaves from the hall’s address only', () => {
    const mail = [...functions.values()].flat().filter(({ Action }) => Action.includes('ses:SendEmail'));
    expect(mail.length).toBeGreaterThan(0);
    for (const { Resource, Condition } of mail) {
      expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'hall@banli.example.org' } });
      expect(textOf(Resource)).toContain('identity/hall@banli.example.org');
    }
  });
});
