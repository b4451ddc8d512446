import { describe, expect, test } from 'vitest';
import { POLICY_EDGES, ROLE_EDGES } from '../../infra/edges.ts';
import { INLAND } from './support/inland.ts';
import {
  keyNamedIn,
  keysNamedIn,
  refersTo,
  type Statement,
  type SynthesizedStage,
  statementsOf,
  synthesized,
  textOf,
} from './support/stage.ts';

const dev = synthesized('dev');
const prod = synthesized('prod');
const local = synthesized('local');
const inland = synthesized(INLAND);

/** The services a key's policy speaks of, as `messages events.amazonaws.com`. */
function servicesIn(stage: SynthesizedStage, type: string): readonly string[] {
  return stage
    .all(type)
    .filter(({ stack }) => stack !== 'edge')
    .flatMap(({ id, is }) =>
      statementsOf(is.KeyPolicy).flatMap(({ Principal }) => {
        const service = /"Service":"([^"]+)"/.exec(textOf(Principal))?.[1];
        return service === undefined ? [] : [`${purposeOf(id)} ${service}`];
      }),
    );
}

const purposeOf = (id: string) => /^(?:keys)?([a-z]+)/.exec(id)?.[1] ?? '';
const inTable = (region: string) =>
  POLICY_EDGES.map(({ key, service }) => `${key} ${service.replace('{region}', region)}`).toSorted();

/** The edge has a key of its own, for its topic of alarms. */
const purposeKeys = prod.all('AWS::KMS::Key').filter(({ stack }) => stack === 'keys');

describe('policies of keys', () => {
  test('[R34] say of services exactly what the table says', () => {
    for (const stage of [local, dev, prod, inland]) {
      expect(servicesIn(stage, 'AWS::KMS::Key').toSorted()).toEqual(inTable('ap-northeast-1'));
    }
  });

  test('[R34] say it in the second region too, for a replica has a policy of its own', () => {
    expect(servicesIn(prod, 'AWS::KMS::ReplicaKey').toSorted()).toEqual(inTable('ap-northeast-3'));
  });

  test.each(POLICY_EDGES)('[R34] $from → $to: $statement', ({ key, statement, actions, condition }) => {
    for (const { id, is } of purposeKeys) {
      const found = statementsOf(is.KeyPolicy).find(({ Sid }) => Sid === statement);
      if (purposeOf(id) !== key) expect(found).toBeUndefined();
      else {
        expect(found?.Effect).toBe('Allow');
        expect(found?.Action.toSorted()).toEqual(actions.toSorted());
        const told = {
          'our-account': 'aws:SourceAccount',
          'our-log-groups': 'kms:EncryptionContext:aws:logs:arn',
          'our-trails': 'aws:SourceArn',
          none: 'null',
        };
        expect(textOf(found?.Condition)).toContain(told[condition]);
      }
    }
  });

  test('every other statement is the account’s own: its roles decide', () => {
    for (const { is } of prod.all('AWS::KMS::Key')) {
      const others = statementsOf(is.KeyPolicy).filter(
        ({ Principal }) => !textOf(Principal).includes('"Service"'),
      );
      expect(others.map(({ Principal }) => textOf(Principal).includes(':root'))).toEqual([true]);
    }
  });
});

/** The edges that a stage's templates have, found by what refers to what. */
function edgesFound(stage: SynthesizedStage): ReadonlySet<string> {
  const sealed = (type: string) => stage.all(type).filter(({ is }) => keyNamedIn(is.KmsMasterKeyId));
  const topics = sealed('AWS::SNS::Topic');
  const queues = sealed('AWS::SQS::Queue');
  const reaches = (value: unknown, targets: typeof topics) => targets.some(({ id }) => refersTo(value, id));
  const found = new Set<string>();
  if (stage.all('AWS::Events::Rule').some(({ is }) => reaches(is.Targets, queues)))
    found.add('events.amazonaws.com');
  if (stage.all('AWS::SNS::Subscription').some(({ is }) => reaches(is.Endpoint, queues)))
    found.add('sns.amazonaws.com');
  if (
    stage
      .all('AWS::SES::ConfigurationSetEventDestination')
      .some(({ is }) => reaches(is.EventDestination, topics))
  )
    found.add('ses.amazonaws.com');
  if (stage.all('AWS::CloudWatch::Alarm').some(({ is }) => reaches(is.AlarmActions, topics)))
    found.add('cloudwatch.amazonaws.com');
  if (stage.all('AWS::Logs::LogGroup').some(({ is }) => keyNamedIn(is.KmsKeyId)))
    found.add('logs.{region}.amazonaws.com');
  if (stage.all('AWS::Scheduler::Schedule').some(({ is }) => reaches(is.Target.DeadLetterConfig, queues)))
    found.add('scheduler.amazonaws.com');
  if (stage.all('AWS::Lambda::EventSourceMapping').some(({ is }) => reaches(is.DestinationConfig, queues)))
    found.add('lambda.amazonaws.com');
  if (stage.all('AWS::S3::Bucket').some(({ is }) => is.ReplicationConfiguration))
    found.add('s3.amazonaws.com');
  if (stage.all('AWS::GuardDuty::MalwareProtectionPlan').length > 0)
    found.add('malware-protection-plan.guardduty.amazonaws.com');
  if (stage.all('AWS::CloudTrail::Trail').some(({ is }) => keyNamedIn(is.KMSKeyId)))
    found.add('cloudtrail.amazonaws.com');
  if (stage.all('AWS::Backup::BackupSelection').length > 0) found.add('backup.amazonaws.com');
  return found;
}

test('[R34] every edge that the templates have stands in one of the two tables, and none stands there for nothing', () => {
  const listed = [...POLICY_EDGES.map(({ service }) => service), ...ROLE_EDGES.map(({ role }) => role)];
  expect(edgesFound(prod)).toEqual(new Set(listed));
});

const CLOUDWATCH = 'cloudwatch.amazonaws.com';

// A topic that has a policy of its own has lost the one by which services of the account may publish.
test('[R34] whoever publishes to a topic is allowed by its policy, for our account only', () => {
  const publishers = { 'mail-reports': 'ses.amazonaws.com', alarms: CLOUDWATCH, 'edge-alarms': CLOUDWATCH };
  for (const stage of [local, dev, prod, inland]) {
    for (const [name, service] of Object.entries(publishers)) {
      if (name === 'edge-alarms' && stage === local) continue;
      const topic = stage
        .all('AWS::SNS::Topic')
        .find(({ is }) => is.TopicName === `banli-${stage.name}-${name}`);
      const allowed = stage
        .all('AWS::SNS::TopicPolicy')
        .filter(({ is, stack }) => stack === topic?.stack && refersTo(is.Topics, topic.id))
        .flatMap(({ is }) => statementsOf(is.PolicyDocument))
        .filter(({ Effect, Action }) => Effect === 'Allow' && Action.includes('sns:Publish'));
      const services = name.endsWith('alarms') ? [service, 'events.amazonaws.com'] : [service];
      expect(allowed.map(({ Principal }) => Principal)).toEqual(services.map((one) => ({ Service: one })));
      const ours = /"aws:SourceAccount"|"aws:SourceArn":.*:rule\/banli-\*/;
      expect(allowed.filter(({ Condition }) => !ours.test(textOf(Condition)))).toEqual([]);
    }
  }
});

test.each(ROLE_EDGES)('[R34] $from → $to: the role has the key', ({ key, role, construct = '', actions }) => {
  const roles = prod.all('AWS::IAM::Role').filter(({ id, is }) => {
    const assumed = textOf(is.AssumeRolePolicyDocument).includes(`"Service":"${role}"`);
    return (
      assumed && id.startsWith(construct) && (role !== 'lambda.amazonaws.com' || id.startsWith('eventsrelay'))
    );
  });
  expect(roles.length).toBeGreaterThan(0);
  for (const { id, stack } of roles) {
    const allowed: Statement[] = prod
      .all('AWS::IAM::Policy')
      .filter((policy) => policy.stack === stack && refersTo(policy.is.Roles, id))
      .flatMap(({ is }) => statementsOf(is.PolicyDocument))
      .filter(({ Resource }) => keysNamedIn(Resource).includes(key));
    const may = new Set(allowed.flatMap(({ Action }) => Action));
    expect(actions.filter((action) => !may.has(action))).toEqual([]);
  }
});
